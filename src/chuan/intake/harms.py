"""What files of other systems tell Bản tin sáng: registers of which no new file has come for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Max
from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.law import harms as law
from chuan.offers import harms, registers
from chuan.offers.harms import Asked, Harm
from chuan.rules.briefs import Verb
from chuan.ui import formatters as say

STALE = "intake.stale"
ADDRESS = "/nhap-tu-tep/"


def collect(asked: Asked) -> Iterator[Harm]:
    """One line for all registers once fed by files of which the last days known lie far back; one statement."""
    fed = Import.objects.filter(
        unit=asked.unit, status=Import.Status.COMMITTED, covers_end__isnull=False, covers_end__lte=asked.on
    )
    oldest = asked.on - timedelta(days=law.days("stale.days", asked.on))
    ends = dict(fed.values_list("register").annotate(end=Max("covers_end")))
    stale = {one.title: ends[one.key] for one in registers.followed() if one.key in ends}
    late = {title: end for title, end in stale.items() if end < oldest}
    if late:
        yield _harm(late)


def _harm(late: dict[str, date]) -> Harm:
    names = sorted(late, key=lambda title: (late[title], title))
    first = late[names[0]]
    more = _(" và %s sổ khác") % say.number(len(names) - 1) if len(names) > 1 else ""
    told = {"name": names[0], "more": more, "day": say.day(first - timedelta(days=1))}
    return Harm(
        STALE, STALE, _("%(name)s%(more)s: số liệu từ tệp chỉ đến %(day)s.") % told, first, None, None, len(names),
        tuple(f"{title} {late[title]}" for title in names), (Verb.ASSIGN, Verb.AGREE), ADDRESS,
    )  # fmt: skip


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect)
