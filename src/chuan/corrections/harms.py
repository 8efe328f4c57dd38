"""What corrections tell Bản tin sáng: actions past their day, and rounds whose effect did not come."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import Group, Telling, holder_of_role, tell
from chuan.corrections.models import EffectCheck, Nonconformity
from chuan.corrections.waiting import ACTION, keeper_role
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.rules.briefs import Verb
from chuan.rules.corrections import Verdict

EFFECT = "corrections.effect"
MOST = 20


def collect(asked: Asked) -> Iterator[Harm]:
    """Late actions by official; each open case whose last judged round had no effect; at most six statements."""
    yield from tell(asked, HOW)
    failed = (
        EffectCheck.objects.filter(
            case__in=Nonconformity.objects.open().filter(owner_unit=asked.unit), round__gte=F("case__round") - 1,
            verdict=Verdict.BAD.value,
        )
        .select_related("case").order_by("judged_on", "pk")
    )  # fmt: skip
    yield from _failed(asked, list(failed[:MOST]))


def _failed(asked: Asked, checks: list[EffectCheck]) -> Iterator[Harm]:
    if not checks:
        return
    keeper = holder_of_role(asked.unit, Role(keeper_role(asked.unit, asked.on)), asked.on).official
    for one in checks:
        case = one.case
        yield Harm(
            f"{EFFECT} {case.uid}", EFFECT,
            _("%(code)s: hành động khắc phục vòng %(round)s không có hiệu lực, cần làm lại từ nguyên nhân.")
            % {"code": case.code, "round": one.round},
            one.judged_on or asked.on, case.due_on, keeper.uid if keeper else None, 1, (f"vòng {one.round}",),
            (Verb.ASSIGN, Verb.EXPLAIN, Verb.REMIND, Verb.AGREE), reverse("corrections:one", args=[case.uid]),
            Subject("nonconformity", case.uid),
        )  # fmt: skip


def _late(count: str, day: str) -> str:
    return _("%(n)s hành động khắc phục quá hạn, lâu nhất từ %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    return reverse("corrections:list")


HOW = Telling((ACTION,), "corrections.late", _late, _address)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=HOW.kinds)
