"""A night of the house, gone by when a journey wants it: the look of the next working morning.

The programme looks every minute; a journey cannot wait for the morning.
"""

from __future__ import annotations

import subprocess
import sys

from tests.journeys.conftest import ROOT, House

LOOK = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from chuan.clocks.notices import running
from chuan.clocks.offices import calendar_of
from chuan.people.models import Unit
from chuan.trail import actions
actions.LONGEST_ACT = timedelta(days=30)
unit = Unit.objects.get(officials__account__username="chutich")
now = timezone.localtime()
morning = calendar_of(unit).next_working(now.date()).day
print(running.look(at=now.replace(year=morning.year, month=morning.month, day=morning.day, hour=8, minute=0)))
"""


def next_morning(house: House) -> int:
    """What the programme tells on the next working morning; how many things."""
    env = {**house.env, "DJANGO_SETTINGS_MODULE": "chuan.settings", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", LOOK], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return int(done.stdout)
