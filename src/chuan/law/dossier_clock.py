"""A dossier's dates by the law in force: the lawful answer, what other rules would give, the portal's verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from chuan.law.clock_rules import DossierLaw
from chuan.rules.deadlines import (
    AGENCY,
    OFFICE,
    CaseEvent,
    ClockReading,
    ClockRule,
    ClockUnit,
    Ending,
    Happening,
    Outcome,
    PortalVerdict,
    Remark,
    Step,
    Story,
    Supplement,
    Verb,
    first_promise,
    outcome,
    portal_verdict,
    read_clock,
    tell,
    transfer_due,
)
from chuan.rules.law import Value
from chuan.rules.types import Sure
from chuan.rules.wording import said
from chuan.rules.working_time import Calendar, day_of, minute_of

TITLES = {
    "dossier.supplement": "bổ sung xong thì tính lại từ đầu hay tính tiếp",
    "dossier.counted": "thời gian hồ sơ ở cơ quan khác có được tính hay không",
    "dossier.extension.moves": "gia hạn có làm đổi hạn theo quy định hay không",
    "dossier.start": "hạn tính từ lần tiếp nhận nào",
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another way of counting would give; shown beside the lawful date, never in its place."""

    rule: str
    due: datetime | None
    value: Value


@dataclass(frozen=True, slots=True)
class DossierDates:
    """Everything a dossier's clock can say at ``at``. ``outcome`` is None until it is solved."""

    at: datetime
    law: DossierLaw
    calendar: Calendar
    story: Story
    reading: ClockReading
    first_promise: datetime | None
    outcome: Outcome | None
    transfer_due: datetime | None
    alternatives: tuple[Alternative, ...]
    portal: PortalVerdict
    remarks: tuple[Remark, ...]


def dossier_dates(
    law: DossierLaw, calendar: Calendar, unit: ClockUnit, total: int, happenings: Iterable[Happening],
    *, at: datetime,
) -> DossierDates:  # fmt: skip
    """The dates of a dossier with this period, from what happened to it up to ``at``.

    Raises the `Refused` of `tell` for a story that cannot be.
    """
    rule = law.clock(unit, total)
    past = tuple(one for one in happenings if minute_of(one.at) <= minute_of(at))
    story = tell(past, supplement=law.supplement, competent_start=law.competent_start)
    reading = read_clock(rule, calendar, story.events, at=at)
    promised = _promise(rule, calendar, story, reading)
    finished = next((one.at for one in story.happenings if one.step is Step.FINISHED), None)
    return DossierDates(
        at=at,
        law=law,
        calendar=calendar,
        story=story,
        reading=reading,
        first_promise=promised,
        outcome=outcome(reading, finished, calendar=calendar) if finished else None,
        transfer_due=transfer_due(story.happenings[0].at, calendar, cutoff=law.transfer_cutoff),
        alternatives=tuple(_alternatives(law, calendar, rule, story, reading, at)),
        portal=portal_verdict(story, promised, at=at),
        remarks=(*story.remarks, *reading.remarks, *_remarks(law, calendar, story, reading, promised)),
    )


def _promise(rule: ClockRule, calendar: Calendar, story: Story, reading: ClockReading) -> datetime | None:
    """`first_promise`, without counting again when nothing happened that could have moved it."""
    due, begun = reading.lawful_due, day_of(minute_of(story.events[0].at))
    untouched = all(event.verb is Verb.END for event in story.events[1:])
    if due and untouched and not calendar.learned_after(begun, begun, due.date()):
        return due
    return first_promise(rule, calendar, story.events)


@dataclass(frozen=True, slots=True)
class _Variant:
    """Another way of counting: its name, the value it would change, and what it counts."""

    rule: str
    key: str
    events: tuple[CaseEvent, ...]
    by: ClockRule


def _alternatives(
    law: DossierLaw, calendar: Calendar, rule: ClockRule, story: Story, reading: ClockReading, at: datetime
) -> list[Alternative]:
    """Other ways of counting that somebody may rely on, where they give another date."""
    steps = {one.step for one in story.happenings}
    variants = _revived(rule, story, reading)
    if _after_cutoff(law, story):
        variants.append(_other_cutoff(law, rule, story))
    if Step.SUPPLIED in steps:
        variants.append(_other_supplement(law, rule, story))
    if Step.SENT_OUT in steps:
        variants.append(_other_holders(rule, story))
    if sum(one.step is Step.RECEIVED for one in story.happenings) > 1:
        variants.append(_other_start(law, rule, story))
    found = [
        Alternative(one.rule, read_clock(one.by, calendar, one.events, at=at).lawful_due, law.values[one.key])
        for one in variants
        if one.key in law.unread or one.key == _REVIVED
    ]
    return [one for one in found if one.due != reading.lawful_due]


_REVIVED = "dossier.extension.times"


def _after_cutoff(law: DossierLaw, story: Story) -> bool:
    """Whether a receipt or a supplement came after the time at which a cutoff would matter."""
    cutoff = law.start_cutoff.hour * 60 + law.start_cutoff.minute
    return any(
        one.verb in (Verb.TAKE, Verb.RESTART) and minute_of(one.at) % 1440 > cutoff for one in story.events
    )


def _other_cutoff(law: DossierLaw, rule: ClockRule, story: Story) -> _Variant:
    if law.cutoff_applies:
        said_so = f"không dùng giờ chốt {law['start.cutoff']} cho ngày bắt đầu"
        return _Variant(said_so, "dossier.start.cutoff.applies", story.events, replace(rule, cutoff=None))
    said_so = f"nhận sau {law['start.cutoff']} thì thời hạn bắt đầu từ ngày làm việc tiếp theo"
    cut = replace(rule, cutoff=law.start_cutoff)
    return _Variant(said_so, "dossier.start.cutoff.applies", story.events, cut)


def _other_supplement(law: DossierLaw, rule: ClockRule, story: Story) -> _Variant:
    restarts = law.supplement is Supplement.RESTART
    other = Supplement.PAUSE if restarts else Supplement.RESTART
    said_so = (
        "bổ sung xong thì tính tiếp, không tính lại từ đầu"
        if restarts
        else "bổ sung xong thì tính lại từ đầu"
    )
    told = tell(story.happenings, supplement=other, competent_start=law.competent_start)
    return _Variant(said_so, "dossier.supplement", told.events, rule)


def _other_holders(rule: ClockRule, story: Story) -> _Variant:
    if AGENCY in rule.counted:
        said_so, counted = "không tính thời gian hồ sơ ở cơ quan khác", frozenset({OFFICE})
    else:
        said_so, counted = "tính cả thời gian hồ sơ ở cơ quan khác", frozenset({OFFICE, AGENCY})
    return _Variant(said_so, "dossier.counted", story.events, replace(rule, counted=counted))


def _other_start(law: DossierLaw, rule: ClockRule, story: Story) -> _Variant:
    competent = law.competent_start
    said_so = (
        "tính từ lần tiếp nhận đầu" if competent else "tính từ khi cơ quan có thẩm quyền nhận được hồ sơ"
    )
    told = tell(story.happenings, supplement=law.supplement, competent_start=not competent)
    return _Variant(said_so, "dossier.start", told.events, rule)


def _revived(rule: ClockRule, story: Story, reading: ClockReading) -> list[_Variant]:
    """A restart after the due date counted all the same, as some systems do."""
    due = reading.lawful_due
    again = [n for n, one in enumerate(story.events) if one.verb is Verb.RESTART and due and one.at > due]
    if not again:
        return []
    restart, *rest = story.events[again[-1] :]
    told = (replace(restart, verb=Verb.TAKE), *rest)
    return [_Variant("tính lại từ đầu cả khi yêu cầu bổ sung sau hạn", _REVIVED, told, rule)]


def _remarks(
    law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading, promised: datetime | None
) -> list[Remark]:
    """What a person has to know about these dates before relying on them."""
    return [
        *_calendar_remarks(calendar, reading),
        *_changed(calendar, story, reading, promised),
        *_step_remarks(law, calendar, story, reading),
        *_unverified(law, story),
    ]


def _calendar_remarks(calendar: Calendar, reading: ClockReading) -> list[Remark]:
    found = []
    if reading.missing_year is not None:
        year = f"{reading.missing_year:04d}"
        words = f"Chưa có lịch nghỉ năm {year} nên chưa tính được hạn. Nhập thông báo nghỉ lễ năm {year} rồi tính lại."
        found.append(Remark("calendar_missing", words))
    for year_held in reading.unconfirmed:
        words = f"Lịch nghỉ năm {year_held} chưa được đơn vị xác nhận: ngày hạn có thể đổi khi xác nhận."
        found.append(Remark("calendar_unconfirmed", words))
    hours = calendar.hours_on(reading.lines[0].day) if reading.lines else None
    if reading.rule.unit is ClockUnit.WORKING_HOUR and hours and hours.hours_sure is Sure.UNVERIFIED:
        words = "Giờ làm việc là đề xuất; đơn vị cần nêu văn bản quy định giờ của mình."
        found.append(Remark("hours_unverified", words))
    return found


def _changed(
    calendar: Calendar, story: Story, reading: ClockReading, promised: datetime | None
) -> list[Remark]:
    """A notice that came after the promise: both dates are shown."""
    begun = reading.started_on
    if promised is None or begun is None or not calendar.learned_after(begun, begun, promised.date()):
        return []
    starts = [one for one in story.events if one.verb is Verb.TAKE and one.holder in reading.rule.counted][:1]
    now = read_clock(reading.rule, calendar, starts, at=starts[0].at).lawful_due
    if not now or now == promised:
        return []
    moved = f"hạn tính lại từ {said(promised.date())} thành {said(now.date())}"
    words = f"Lịch nghỉ đổi sau ngày tiếp nhận: {moved}; ngày hẹn đầu vẫn giữ để đối chiếu."
    return [Remark("calendar_changed", words)]


def _step_remarks(law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading) -> list[Remark]:
    found: list[Remark] = []
    for one in story.happenings:
        on, check = day_of(minute_of(one.at)), _CHECKS.get(one.step)
        words = check(law, calendar, story, reading, one) if check else ""
        if words:
            found.append(Remark(f"{one.step}_doubtful", words.format(on=said(on))))
    return found


def _asked_late(
    law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading, one: Happening
) -> str:
    most = int(law["supplement.ask_within"])
    begun = reading.started_on
    days = calendar.working_days(begun, day_of(minute_of(one.at))) if begun else None
    if days is None or days <= most:
        return ""
    return f"Yêu cầu bổ sung ngày {{on}} là sau {most} ngày làm việc kể từ khi tiếp nhận."


def _without_apology(
    law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading, one: Happening
) -> str:
    if any(other.step is Step.APOLOGISED for other in story.happenings):
        return ""
    return "Gia hạn ngày {on} chưa có văn bản xin lỗi kèm theo."


def _appointed_on_a_day_off(
    law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading, one: Happening
) -> str:
    day = calendar.day(one.until) if one.until else None
    if day is None or day.counts or not day.known:
        return ""
    return f"Ngày hẹn lại {said(day.day)} là ngày nghỉ ({day.why})."


def _withdrawn_late(
    law: DossierLaw, calendar: Calendar, story: Story, reading: ClockReading, one: Happening
) -> str:
    late = outcome(reading, one.at, calendar=calendar)
    if late is None or late.ending is not Ending.LATE:
        return ""
    return "Hồ sơ được rút ngày {on}, khi đã quá hạn."


_CHECKS = {
    Step.ASKED: _asked_late,
    Step.PROLONGED: _without_apology,
    Step.APOLOGISED: _appointed_on_a_day_off,
    Step.WITHDRAWN: _withdrawn_late,
}


def _unverified(law: DossierLaw, story: Story) -> list[Remark]:
    """The values these dates rest on whose text nobody has read."""
    steps = {one.step for one in story.happenings}
    rested = {
        "dossier.supplement": Step.SUPPLIED in steps,
        "dossier.counted": Step.SENT_OUT in steps,
        "dossier.extension.moves": Step.PROLONGED in steps,
        "dossier.start": sum(one.step is Step.RECEIVED for one in story.happenings) > 1,
    }
    return [
        Remark("law_unverified", f"Chưa xác minh trong {law.values[key].citation.number}: {TITLES[key]}.")
        for key, matters in rested.items()
        if matters and law.values[key].sure is Sure.UNVERIFIED
    ]
