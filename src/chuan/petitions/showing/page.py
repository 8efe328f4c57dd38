"""The page of one petition: how it stands, its clocks, its lines, what the system of record says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.intake.record_systems import System, system_on
from chuan.people.viewer import Viewer
from chuan.petitions.events import data_of
from chuan.petitions.judging import clocks_at
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import SECRET_KINDS, may_record
from chuan.petitions.showing.ledger import ShownClock, shown_clock
from chuan.petitions.showing.parts import Card, Link, cards_of, links_of
from chuan.petitions.showing.verdicts import Said, status_label, status_sentence, upper_first, verdict_of
from chuan.petitions.steps import verb_words
from chuan.petitions.stories import outside_values, told_of
from chuan.rules.petitions.clocks import Complexity
from chuan.ui import formatters as say

OUTSIDE_NAMES = {
    "received_on": later("nhận đơn"),
    "transferred_on": later("nơi khác chuyển đến"),
    "classified_on": later("phân loại xong"),
    "accepted_on": later("thụ lý"),
    "refused_on": later("không thụ lý"),
    "returned_on": later("trả lại"),
    "forwarded_on": later("chuyển nơi có thẩm quyền"),
    "guided_on": later("hướng dẫn"),
    "kept_on": later("lưu đơn"),
    "replied_on": later("trả lời sau khi tiếp"),
    "due_on": later("hạn"),
    "settled_on": later("có kết quả giải quyết"),
    "stopped_on": later("đình chỉ"),
    "published_on": later("công khai"),
    "finished_on": later("kết thúc"),
}
"""Days that the system of record names, in words. Its other columns are shown by the part that reads its files."""

FIRST = 3
"""So many things to do next stand as buttons, the first of them the main one; the others are a list."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with what may be done to it. ``gone``: it does not stand any more, ``why`` says why."""

    event: PetitionEvent
    what: str
    notes: Sequence[str]
    gone: bool
    why: str
    can_void: bool


@dataclass(frozen=True, slots=True)
class PetitionPage:
    """What the page shows."""

    petition: Petition
    verdict: Said
    stage: str
    sentence: str
    clocks: Sequence[ShownClock]
    next_clock: ShownClock | None
    odd: str
    lines: Sequence[ShownLine]
    first_links: Sequence[Link]
    more_links: Sequence[Link]
    cards: Sequence[Card]
    system: System
    outside: Sequence[tuple[str, str]]
    secret: bool
    facts: Sequence[tuple[str, str]]


def page_of(petition: Petition, viewer: Viewer, *, on: date, at: datetime) -> PetitionPage:
    """Everything the page needs, in a bounded number of statements. Asked of a petition the viewer sees."""
    bench = bench_of(petition.owner_unit)
    events = list(petition.events.select_related("words", "by", "official").order_by("seq"))
    clocks, odd = _clocks(petition, events, bench, on=on, at=at)
    links = links_of(petition, viewer, on)
    return PetitionPage(
        petition=petition,
        verdict=verdict_of(petition, bench.calendar, on=on),
        stage=upper_first(status_label(petition)),
        sentence=status_sentence(petition),
        clocks=clocks,
        next_clock=next((one for one in clocks if one.running and one.key == petition.next_clock), None),
        odd=odd or petition.odd,
        lines=_lines(petition, events, may_write=may_record(viewer, petition)),
        first_links=links[:FIRST],
        more_links=links[FIRST:],
        cards=cards_of(petition, viewer, on),
        system=system_on(petition.owner_unit, "petitions", on),
        outside=_outside(petition),
        secret=petition.kind in SECRET_KINDS,
        facts=list(_facts(petition)),
    )


def standing_of(events: Iterable[PetitionEvent]) -> list[PetitionEvent]:
    """Of all lines of one petition those that stand, without asking the database again."""
    told = list(events)
    gone = {one.voids_id for one in told if one.voids_id}
    return [one for one in told if one.verb != "void" and one.pk not in gone]


def _clocks(
    petition: Petition, events: Sequence[PetitionEvent], bench: Bench, *, on: date, at: datetime
) -> tuple[list[ShownClock], str]:
    told = told_of(petition, standing_of(events))
    dates, odd = clocks_at(told, bench, at=at)
    shown = [shown_clock(one, bench.calendar, on=on, untold=one.clock.key in told.untold) for one in dates]
    return sorted(shown, key=lambda one: (not one.running, one.due_on or date.max)), odd


def _lines(petition: Petition, events: Sequence[PetitionEvent], *, may_write: bool) -> list[ShownLine]:
    why = {one.voids_id: one.text for one in events if one.voids_id}
    return [
        ShownLine(
            event=one,
            what=upper_first(verb_words(petition.kind, one.verb)),
            notes=list(_notes(one)),
            gone=one.pk in why,
            why=why.get(one.pk, ""),
            can_void=may_write and one.verb not in ("receive", "void") and one.pk not in why,
        )
        for one in events
        if one.verb != "void"
    ]


def _notes(event: PetitionEvent) -> Iterable[str]:
    """What else the line says, in words."""
    if event.document:
        day = f", {say.day(event.document_on)}" if event.document_on else ""
        yield _("văn bản %(number)s%(day)s") % {"number": event.document, "day": day}
    if event.days:
        yield _("thêm %s ngày") % event.days
    if event.official:
        yield event.official.name
    told = data_of(event)
    if told.get("before") and told.get("after"):
        yield _("hạn %(before)s thành %(after)s") % {
            "before": say.day(date.fromisoformat(told["before"])), "after": say.day(date.fromisoformat(told["after"])),
        }  # fmt: skip
    if event.verb == "fact":
        yield _("dùng thời hạn dài hơn") if told.get("to") == "yes" else _("dùng thời hạn thường")
    if told.get("by") == "sender":
        yield _("người gửi ghi qua trang phản ánh")
    verdict = told.get("verdict", "")
    if verdict and verdict in Petition.Verdict.values:
        yield str(Petition.Verdict(verdict).label)


def _outside(petition: Petition) -> list[tuple[str, str]]:
    values = outside_values(petition)
    return [
        (upper_first(str(name)), say.day(date.fromisoformat(values[key][:10])))
        for key, name in OUTSIDE_NAMES.items()
        if values.get(key)
    ]


_COMPLEXITIES = {Complexity.COMPLEX: later("phức tạp"), Complexity.ESPECIALLY: later("đặc biệt phức tạp")}


def _facts(petition: Petition) -> Iterable[tuple[str, str]]:
    """What the petition is, beside its kind and code; nothing about who sent it."""
    yield _("Đến qua"), str(petition.get_channel_display())
    yield _("Nhận ngày"), say.day(petition.received_on)
    if petition.field:
        yield _("Lĩnh vực"), petition.field
    if petition.competent is not None:
        yield _("Thẩm quyền"), _("thuộc thẩm quyền") if petition.competent else _("không thuộc thẩm quyền")
    if petition.decided:
        yield _("Cách xử lý"), str(petition.get_decided_display())
    if said := _COMPLEXITIES.get(Complexity(petition.complexity)):
        yield _("Mức độ"), str(said)
    if petition.remote:
        yield _("Địa bàn"), _("vùng sâu, vùng xa, đi lại khó khăn")
    if petition.several_places:
        yield _("Kiểm tra"), _("ở nhiều nơi")
    if petition.handler:
        yield _("Giao cho"), petition.handler.name
    if petition.verdict:
        yield _("Kết luận"), str(petition.get_verdict_display())
