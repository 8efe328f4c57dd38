"""The page of one dossier: verdict, four dates, the ledger, what the files said, what people added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.clocks.offices import Office, office_of
from chuan.dossiers.actions.apologies import Allowed, require_may, source_of
from chuan.dossiers.actions.causes import asks_to_explain
from chuan.dossiers.dates import dates_of
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.permissions import may_write_on
from chuan.dossiers.refusals import ApologyTooLate
from chuan.dossiers.showing.history import (
    Changed,
    Reckoned,
    SourceFacts,
    changes_of,
    facts_of,
    outcome_said,
    reckonings,
    seen_of,
)
from chuan.dossiers.showing.ledger import Ledger, ledger_of, short_ledger
from chuan.dossiers.showing.strip import Marks, strip_of
from chuan.dossiers.showing.verdicts import Said, left_in_words, verdict_of
from chuan.intake.record_systems import System, system_on
from chuan.law.dossier_clock import TITLES, DossierDates
from chuan.people.trail_lines import names_of
from chuan.people.verbs import VERBS
from chuan.people.verbs import say as verb_words
from chuan.people.viewer import Viewer
from chuan.rules.deadlines import PortalState
from chuan.rules.law import Value
from chuan.rules.refusals import Refused
from chuan.rules.types import Sure
from chuan.trail.models import Entry
from chuan.ui import formatters as say
from chuan.ui.charts.clock_strip import ClockStrip

STATES_SHOWN = 12
TRAIL_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ShownDate:
    """One of the four dates: its name, the day in words, and what has to be said under it."""

    name: str
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A rule the dates rest on: what it decides, its source, and whether nobody has read its text."""

    what: str
    source: str
    unverified: bool


@dataclass(frozen=True, slots=True)
class OtherCount:
    """What another way of counting would give."""

    rule: str
    due: str
    source: str


@dataclass(frozen=True, slots=True)
class Counting:
    """Everything the clock says of the dossier: only where the procedure's time limit is confirmed."""

    strip: ClockStrip
    ledger: Ledger
    short: Sequence[str]
    others: Sequence[OtherCount]
    remarks: Sequence[str]
    grounds: Sequence[Ground]
    portal: Said
    portal_why: str
    limit: str


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with what may be done to it."""

    event: CaseEvent
    voided_by: CaseEvent | None
    can_end: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the trail about the dossier."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """What the page shows."""

    dossier: Dossier
    verdict: Said
    due_words: str
    dates: Sequence[ShownDate]
    counting: Counting | None
    no_counting: str
    system: System
    sources: Sequence[SourceFacts]
    changes: Sequence[Changed]
    first_said: Said
    now_said: Said
    states: Sequence[Reckoned]
    events: Sequence[ShownEvent]
    deeds: Sequence[Deed]
    may_write: bool
    asks: bool
    may_apologise: bool
    no_apology: str


def page_of(dossier: Dossier, viewer: Viewer, *, on: date, at: datetime) -> DossierPage:
    """Everything the page needs, in a bounded number of statements."""
    office = office_of(dossier.owner_unit)
    events = list(dossier.events.select_related("by").order_by("seq"))
    counting, refused = _counting(dossier, events, on=on, at=at)
    seen = seen_of(dossier)
    may_write = may_write_on(viewer, dossier)
    allowed, no_apology = _apology(dossier, office, on)
    states = list(dossier.history.order_by("-seq")[:STATES_SHOWN])
    return DossierPage(
        dossier=dossier,
        verdict=verdict_of(dossier, office.calendar, on=on),
        due_words=_due_words(dossier, office, on),
        dates=_dates(dossier, events, counting, office, on, allowed),
        counting=counting,
        no_counting=refused,
        system=system_on(dossier.owner_unit, "dossiers", on),
        sources=facts_of(seen),
        changes=changes_of(seen),
        first_said=outcome_said(dossier),
        now_said=outcome_said(dossier, now=True),
        states=reckonings(states) if len(states) > 1 else (),
        events=_events(events),
        deeds=_deeds(dossier, viewer),
        may_write=may_write,
        asks=asks_to_explain(dossier, on=on),
        may_apologise=may_write and allowed is not None,
        no_apology=no_apology if may_write else "",
    )


# The clock


def _counting(
    dossier: Dossier, events: Sequence[CaseEvent], *, on: date, at: datetime
) -> tuple[Counting | None, str]:
    """The ledger where it can be reckoned, else why it cannot."""
    dates = dates_of(dossier, at=at)
    if dates is None:
        return None, _uncounted(dossier)
    marks = Marks(dossier.promised_first_on, _appointed(events), dossier.settled_on)
    return Counting(
        strip=strip_of(dates, marks, on=on),
        ledger=ledger_of(dates, on=on),
        short=short_ledger(dates, on=on),
        others=[OtherCount(one.rule, _due_of(one.due), source_of(one.value)) for one in dates.alternatives],
        remarks=[one.text for one in dates.remarks],
        grounds=_grounds(dates),
        portal=_portal(dates),
        portal_why=dates.portal.why,
        limit=_limit(dossier),
    ), ""


def _uncounted(dossier: Dossier) -> str:
    """Why there is no ledger."""
    if dossier.limit is None:
        return _(
            "Chưa có thời hạn được xác nhận cho thủ tục này, nên chưa tính được hạn theo quy định; "
            "xét trễ theo ngày hẹn của hệ thống nguồn."
        )
    return _(
        "Chưa dựng được sổ đếm ngày: không còn dòng nào của tệp nguồn, thiếu giờ tiếp nhận, "
        "hoặc các ngày trong tệp trái nhau."
    )


def _due_of(due: datetime | None) -> str:
    return say.day(due.date()) if due else _("chưa có hạn, vì hồ sơ đang chờ")


def _limit(dossier: Dossier) -> str:
    limit = dossier.limit
    if limit is None or limit.total is None:
        return ""
    return f"{limit.total:02d} {limit.get_unit_display()}" if limit.unit else str(limit.total)


def _portal(dates: DossierDates) -> Said:
    return {
        PortalState.ON_TIME: Said("met", _("Đúng hạn")),
        PortalState.OVERDUE: Said("not_met", _("Quá hạn")),
        PortalState.UNKNOWN: Said("unmeasured", _("Chưa rõ")),
    }[dates.portal.state]


_GROUNDS = (
    "dossier.supplement",
    "dossier.start",
    "dossier.counted",
    "dossier.extension.times",
    "dossier.extension.notice",
)


def _grounds(dates: DossierDates) -> list[Ground]:
    """The dated values behind the dates; each with its act, and said when nobody has read it."""
    titles = TITLES | {
        "dossier.extension.times": _("số lần xin lỗi, hẹn lại"),
        "dossier.extension.notice": _("xin lỗi trước hạn bao lâu"),
    }
    values: list[tuple[str, Value]] = [(key, dates.law.values[key]) for key in _GROUNDS]
    return [Ground(titles[key], source_of(value), value.sure is Sure.UNVERIFIED) for key, value in values]


# The four dates


def _dates(
    dossier: Dossier, events: Sequence[CaseEvent], counting: Counting | None, office: Office, on: date,
    allowed: Allowed | None,
) -> list[ShownDate]:  # fmt: skip
    appointed = _appointed(events)
    again = _("chưa dùng")
    if allowed is not None:
        missed = on > allowed.last
        again = _("chưa dùng; đã quá ngày phải gửi, %s") if missed else _("chưa dùng; phải gửi chậm nhất %s")
        again %= say.day(allowed.last)
    if appointed:
        again = _("chỉ là lời hẹn, không đổi hạn")
    return [
        ShownDate(_("Hẹn đầu tiên, giữ nguyên"), _long(dossier.promised_first_on), _promise_note(dossier)),
        ShownDate(_("Hạn theo quy định"), _long(dossier.lawful_due_on), _lawful_note(dossier, counting)),
        ShownDate(_("Xin lỗi, hẹn lại"), _long(appointed), again),
        ShownDate(_("Ngày xong"), _long(dossier.settled_on), _settled_note(dossier, office, on)),
    ]


def _long(day: date | None) -> str:
    said = say.weekday(day, with_year=True) if day else say.EMPTY
    return said[:1].upper() + said[1:]


def _promise_note(dossier: Dossier) -> str:
    if dossier.promised_first_on is None:
        return _("nguồn không ghi ngày hẹn")
    if dossier.promised_on != dossier.promised_first_on:
        return _("hệ thống nguồn nay ghi %s") % say.day(dossier.promised_on)
    return _("hệ thống nguồn vẫn ghi ngày này")


def _lawful_note(dossier: Dossier, counting: Counting | None) -> str:
    if dossier.lawful_due_on is None:
        return _("chưa tính được") if dossier.status != "waiting" else _("đang chờ bổ sung, hạn chưa chạy")
    return counting.limit if counting else ""


def _settled_note(dossier: Dossier, office: Office, on: date) -> str:
    if dossier.settled_on is not None:
        returned = dossier.returned_on
        return _("trả kết quả %s") % say.day(returned) if returned else _("chưa trả kết quả")
    if dossier.judged_due_on is None or dossier.status == "waiting":
        return _("chưa xong")
    left = left_in_words(office.calendar, on, dossier.judged_due_on)
    return _("chưa xong, %s") % (left[:1].lower() + left[1:])


def _due_words(dossier: Dossier, office: Office, on: date) -> str:
    """By what lateness is judged, in one sentence."""
    if dossier.judged_due_on is None:
        return _("Chưa có ngày để xét trễ.")
    basis = str(dossier.get_due_basis_display())
    return _("Xét trễ theo %(basis)s: %(day)s.") % {"basis": basis, "day": say.day(dossier.judged_due_on)}


def _appointed(events: Sequence[CaseEvent]) -> date | None:
    voided = {event.voids_id for event in events}
    days = [one.until_on for one in events if one.verb == CaseEvent.Verb.APOLOGISE and one.pk not in voided]
    return days[-1] if days else None


# What people added


def _apology(dossier: Dossier, office: Office, on: date) -> tuple[Allowed | None, str]:
    """What an apology made now may be; and the sentence that says why it may not be made, or that it comes late."""
    try:
        return require_may(dossier, office, on=on), ""
    except ApologyTooLate as late:
        return require_may(dossier, office, on=on, late_known=True), late.sentence
    except Refused as refused:
        return None, refused.sentence


def _events(events: Sequence[CaseEvent]) -> list[ShownEvent]:
    """Events the newest first, each with the one that voided it; voids do not stand by themselves."""
    voids = {one.voids_id: one for one in events if one.voids_id is not None}
    return [
        ShownEvent(
            one, voids.get(one.pk), one.verb == "cause" and one.until_on is None and one.pk not in voids
        )
        for one in reversed(events)
        if one.verb != CaseEvent.Verb.VOID
    ]


def _deeds(dossier: Dossier, viewer: Viewer) -> list[Deed]:
    """The last lines of the trail about the dossier; their details stand on the trail's own page."""
    entries = list(
        Entry.objects.filter(subject_kind="dossier", subject_uid=dossier.uid).order_by("-at", "-seq")[
            :TRAIL_SHOWN
        ]
    )
    names = names_of({one.actor for one in entries}, viewer) if entries else {}
    return [Deed(one.at, names.get(one.actor, one.actor), verb_words(VERBS, one.verb)) for one in entries]
