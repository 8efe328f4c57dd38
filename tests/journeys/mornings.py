"""Mornings of a house, made when a journey wants them: the brief of yesterday, of today, of tomorrow.

The programme makes one brief a working day at an hour; a journey cannot wait for it, nor for a Monday.
"""

from __future__ import annotations

import subprocess
import sys

from tests.journeys.conftest import ROOT, House

MAKE = """
import sys
from datetime import timedelta
import django
django.setup()
from django.utils import timezone
from chuan.briefing import reminding
from chuan.briefing.actions import make
from chuan.briefing.models import Foreseen
from chuan.people.models import Unit
from chuan.trail import actions
actions.LONGEST_ACT = timedelta(days=10)
reminding.working_days_after = lambda unit, on, days: on + timedelta(days=days)
unit = Unit.objects.get(officials__account__username="chutich")
for days in sys.argv[1:]:
    at = timezone.now() + timedelta(days=int(days))
    assert make(unit, due_at=at, at=at) is not None
told = Foreseen.objects.filter(unit=unit, official__account__isnull=False).order_by("pk")
print(*(one.official.account.username for one in told))
"""


def morning(house: House, *days: int) -> list[str]:
    """Make the briefs of these days, counted from today; usernames of all told beforehand, the heaviest first."""
    env = {**house.env, "DJANGO_SETTINGS_MODULE": "chuan.settings", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", MAKE, *map(str, days)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.split()
