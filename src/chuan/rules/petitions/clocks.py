"""Which clocks a petition has by its kind, and the rule of each from the law in force where it starts.

Kinds never share a deadline: calendar days of a complaint, working days of a classification, the portal's
working days of feedback are each their own clock with their own act.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from chuan.rules.deadlines import AGENCY, OFFICE, SUSPENDED, ClockRule, ClockUnit, Moves
from chuan.rules.law import Value
from chuan.rules.petitions.kinds import Channel, Kind
from chuan.rules.petitions.steps import ANSWERS, Step
from chuan.rules.types import Citation


class Complexity(StrEnum):
    """How hard a case is, by a signed determination; plain until there is one."""

    PLAIN = "plain"
    COMPLEX = "complex"
    ESPECIALLY = "especially"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the choice of clocks depends on.

    ``competent`` is None until it is decided; ``remote``: the place is hard to reach; ``several_places``:
    identity has to be checked in several places or by another body.
    """

    kind: Kind
    channel: Channel
    competent: bool | None = None
    remote: bool = False
    several_places: bool = False
    complexity: Complexity = Complexity.PLAIN


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline of a petition: what starts it, what ends it, whom it concerns.

    ``key`` is the value of the law that holds its length. ``channels`` empty: every one. ``unfit``: only for
    what is not within competence. ``again``: a step from which the whole period counts anew. ``latest``: the
    last step of ``starts`` begins it, since each time is a deadline of its own; else the first.
    """

    key: str
    title: str
    kinds: frozenset[Kind]
    starts: frozenset[Step]
    ends: frozenset[Step]
    channels: frozenset[Channel] = frozenset()
    unfit: bool = False
    again: Step | None = None
    suspendable: bool = False
    prolongable: bool = False
    latest: bool = False


_COMPLAINT = frozenset({Kind.COMPLAINT})
_DENUNCIATION = frozenset({Kind.DENUNCIATION})
_FEEDBACK = frozenset({Kind.FEEDBACK, Kind.SUGGESTION})
_PORTAL = frozenset({Channel.PORTAL})
_RECEIVED, _ACCEPTED, _SETTLED = (
    frozenset({Step.RECEIVED}),
    frozenset({Step.ACCEPTED}),
    frozenset({Step.SETTLED}),
)
_SOLVED = frozenset({Step.SETTLED, Step.STOPPED})

CLOCKS = (
    Clock("reception.reply", "trả lời sau khi tiếp công dân", _COMPLAINT | _DENUNCIATION | _FEEDBACK,
          _RECEIVED, ANSWERS | {Step.REPLIED}, channels=frozenset({Channel.RECEPTION})),
    Clock("complaint.accept", "thụ lý khiếu nại", _COMPLAINT, _RECEIVED, ANSWERS),
    Clock("complaint.resolve", "giải quyết khiếu nại lần đầu", _COMPLAINT, _ACCEPTED, _SOLVED,
          suspendable=True, prolongable=True),
    Clock("complaint.suspension.send", "gửi quyết định tạm đình chỉ, đình chỉ giải quyết khiếu nại", _COMPLAINT,
          frozenset({Step.SUSPENDED, Step.STOPPED}), frozenset({Step.SENT}), latest=True),
    Clock("denunciation.classify", "phân loại, kiểm tra danh tính người tố cáo", _DENUNCIATION,
          _RECEIVED, ANSWERS | {Step.CLASSIFIED}),
    Clock("denunciation.forward", "chuyển tố cáo không thuộc thẩm quyền", _DENUNCIATION, _RECEIVED,
          frozenset({Step.FORWARDED, Step.KEPT}), unfit=True),
    Clock("denunciation.notify", "báo việc thụ lý tố cáo", _DENUNCIATION, _ACCEPTED,
          frozenset({Step.NOTIFIED})),
    Clock("denunciation.resolve", "giải quyết tố cáo", _DENUNCIATION, _ACCEPTED, _SOLVED,
          suspendable=True, prolongable=True),
    Clock("denunciation.publish", "công khai kết luận nội dung tố cáo", _DENUNCIATION, _SETTLED,
          frozenset({Step.PUBLISHED})),
    Clock("feedback.forward", "chuyển phản ánh, kiến nghị không thuộc thẩm quyền", _FEEDBACK, _RECEIVED,
          frozenset({Step.FORWARDED, Step.RETURNED, Step.KEPT}), unfit=True),
    Clock("feedback.reject", "từ chối phản ánh, kiến nghị trên Cổng", _FEEDBACK, _RECEIVED,
          ANSWERS | {Step.ASKED}, channels=_PORTAL),
    Clock("feedback.ask", "yêu cầu bổ sung phản ánh, kiến nghị trên Cổng", _FEEDBACK, _RECEIVED,
          ANSWERS | {Step.ASKED}, channels=_PORTAL),
    Clock("feedback.handle", "xử lý phản ánh, kiến nghị trên Cổng", _FEEDBACK, _RECEIVED,
          ANSWERS - {Step.ACCEPTED}, channels=_PORTAL, again=Step.TRANSFERRED),
    Clock("feedback.publish", "công khai kết quả phản ánh, kiến nghị trên Cổng", _FEEDBACK, _SETTLED,
          frozenset({Step.PUBLISHED}), channels=_PORTAL),
)  # fmt: skip
"""Every clock, in the order in which a petition meets them."""


def clocks_of(facts: Facts) -> tuple[Clock, ...]:
    """The clocks a petition may have. A mixed letter has none until it is split."""
    return tuple(
        one
        for one in CLOCKS
        if facts.kind in one.kinds
        and (not one.channels or facts.channel in one.channels)
        and (not one.unfit or facts.competent is False)
    )


def clock_rule(clock: Clock, facts: Facts, law: Mapping[str, Value]) -> ClockRule | None:
    """The rule of a clock by the law of the day it starts on; None where no limit was in force.

    A lawful prolongation moves the lawful due date; it may be signed up to the due day itself.
    """
    value = law.get(length_key(clock, facts))
    if value is None:
        return None
    counted = {OFFICE, AGENCY}
    if _suspension(clock, law) == "yes":
        counted.add(SUSPENDED)
    return ClockRule(
        unit=ClockUnit(value.unit),
        total=value.whole,
        source=value.citation,
        sure=value.sure,
        counted=frozenset(counted),
        roll=law["clock.roll"].value == "yes",
        grants=prolongations(clock, facts, law),
        notice_days=0,
        moves=Moves.LAWFUL_DUE,
        warn_at=Fraction(law["clock.warn_at"].value),
        sources=_sources(clock, law),
    )


def length_key(clock: Clock, facts: Facts) -> str:
    """The key of the value that holds the clock's length for these facts, without any prolongation."""
    if clock.key == "complaint.resolve" and facts.remote:
        return "complaint.resolve.remote"
    if clock.key == "denunciation.classify" and facts.several_places:
        return "denunciation.classify.long"
    return clock.key


def prolongations(clock: Clock, facts: Facts, law: Mapping[str, Value]) -> int:
    """How many prolongations the law allows: none of a plain case, and none of other clocks."""
    if not clock.prolongable or facts.complexity is Complexity.PLAIN:
        return 0
    if facts.kind is Kind.COMPLAINT:
        return law["complaint.extension.times"].whole
    return law[f"denunciation.extension.times.{facts.complexity}"].whole


def longest_prolongation(clock: Clock, facts: Facts, law: Mapping[str, Value]) -> int:
    """The most days of one prolongation; 0 for a clock that has none.

    A complaint's periods are totals: 45 days of a complex case are 30 and 15 more (Luật Khiếu nại, Điều 28).
    """
    if not clock.prolongable:
        return 0
    if facts.kind is Kind.DENUNCIATION:
        return law["denunciation.extension"].whole
    key = length_key(clock, facts)
    return law[f"{key}.complex"].whole - law[key].whole


def _suspension(clock: Clock, law: Mapping[str, Value]) -> str:
    value = law.get(f"{_room(clock)}.suspension.counted") if clock.suspendable else None
    return value.value if value else ""


def _room(clock: Clock) -> str:
    return clock.key.partition(".")[0]


def _sources(clock: Clock, law: Mapping[str, Value]) -> dict[str, Citation]:
    """The article of each aspect of a rule, as far as the law names it."""
    room = _room(clock)
    keys = {
        "day_zero": "clock.day_zero",
        "roll": "clock.roll",
        SUSPENDED: f"{room}.suspension.counted",
        "grant": f"{room}.extension" if room == "denunciation" else f"{room}.extension.times",
    }
    return {aspect: law[key].citation for aspect, key in keys.items() if key in law}
