"""The circle of a year: a Decision promises, registers record, figures count, corrections mend, audit and review look,
the next Decision begins. Every station is told from what is there; nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.audits.models import Audit, Programme
from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.corrections.proposing import waiting_proposals
from chuan.intake.models import Import
from chuan.objectives.models import Round
from chuan.objectives.reports import plan_for, year_picture
from chuan.people.viewer import Viewer
from chuan.reviews.models import Resolution, Review
from chuan.rules.circle import State
from chuan.rules.targets.types import Outcome
from chuan.rules.types import Period
from chuan.ui import formatters as say

WAITING = (Import.Status.UNMAPPED, Import.Status.PREVIEWED)


@dataclass(frozen=True, slots=True)
class Station:
    """One station: how it stands, in a sentence with its counts; ``next``: what is due, by when; where it is done."""

    key: str
    title: str
    state: State
    sentence: str
    address: str
    next: str = ""
    next_address: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    viewer: Viewer
    year: int
    on: date
    at: datetime

    @property
    def period(self) -> Period:
        return Period.year(self.year)

    @property
    def is_over(self) -> bool:
        return self.on >= self.period.end


def circle_of(viewer: Viewer, year: int, on: date, at: datetime) -> list[Station]:
    """The eight stations of a year in their order, as they stand on the day."""
    asked = _Asked(viewer, year, on, at)
    return [
        _decision(asked), _registers(asked), _figures(asked), _corrections(asked), _audit(asked), _review(asked),
        _given(asked), _next_decision(asked),
    ]  # fmt: skip


def _decision(asked: _Asked) -> Station:
    plan = plan_for(asked.viewer, asked.year, on=asked.on)
    title = _("Quyết định mục tiêu năm %s") % asked.year
    if plan is None:
        return Station(
            "decision", title, State.LATE if asked.is_over else State.NONE, _("Chưa có kế hoạch mục tiêu của năm."),
            reverse("objectives:year"), _("Đọc Quyết định mục tiêu và xác nhận kế hoạch."), reverse("documents:list"),
        )  # fmt: skip
    count = plan.objectives.filter(parent=None).count()
    sentence = _("%(title)s: %(n)s mục tiêu.") % {
        "title": plan.decision.title.rstrip("."),
        "n": say.number(count),
    }
    return Station("decision", title, State.DONE, sentence, _year_page(asked.year))


def _registers(asked: _Asked) -> Station:
    seen = Import.objects.seen_by(asked.viewer)
    covering = seen.filter(covers_start__lt=asked.period.end, covers_end__gt=asked.period.start)
    taken = covering.filter(status=Import.Status.COMMITTED).count()
    waiting = seen.filter(status__in=WAITING).count()
    sentence = _("%s tệp của hệ thống nguồn trong năm đã nhập.") % say.number(taken)
    last = covering.filter(status=Import.Status.COMMITTED).order_by("-covers_end").first()
    if last is not None and last.covers_end is not None:
        day = date.fromordinal(last.covers_end.toordinal() - 1)
        sentence = f"{sentence} {_('Kỳ gần nhất đến hết ngày %s.') % say.day(day)}"
    todo = ngettext("%s tệp chờ ghép cột hoặc xác nhận.", "%s tệp chờ ghép cột hoặc xác nhận.", waiting)
    state = State.GOING if waiting or not asked.is_over else State.DONE
    told = todo % say.number(waiting) if waiting else ""
    if not taken and not waiting:
        state, told = State.NONE, _("Nhập tệp xuất từ hệ thống nguồn; sổ nào ghi tay thì nhập số ở Mục tiêu.")
    page = reverse("intake:list")
    return Station("registers", _("Ghi vào sổ"), state, sentence, page, told, page if told else "")


def _figures(asked: _Asked) -> Station:
    plan = plan_for(asked.viewer, asked.year, on=asked.on)
    title, page = _("Số đo và kết quả"), _year_page(asked.year)
    if plan is None:
        return Station("figures", title, State.NONE, _("Chưa có mục tiêu để đo."), page)
    picture = year_picture(plan, on=asked.on)
    told = {
        "all": say.number(len(picture.lines)),
        "kept": say.number(_tally(picture.tally, Outcome.MET, Outcome.EXCEEDED)),
        "not": say.number(picture.tally.get(Outcome.NOT_MET, 0)),
        "unknown": say.number(picture.tally.get(Outcome.UNMEASURED, 0)),
    }
    sentence = (
        _("%(kept)s trong %(all)s mức phải đạt đã đạt, %(not)s không đạt, %(unknown)s chưa đo được.") % told
    )
    unknown = picture.tally.get(Outcome.UNMEASURED, 0)
    todo = _("Nhập hoặc đo %s mức còn thiếu số.") % say.number(unknown) if unknown else ""
    state = State.DONE if asked.is_over and not unknown else State.LATE if asked.is_over else State.GOING
    return Station("figures", title, state, sentence, page, todo, page if todo else "")


def _corrections(asked: _Asked) -> Station:
    cases = Nonconformity.objects.seen_by(asked.viewer).filter(owner_unit=asked.viewer.unit)
    found = cases.filter(found_on__gte=asked.period.start, found_on__lt=asked.period.end)
    total, still = found.count(), found.open().count()
    told = {"n": say.number(total), "over": say.number(total - still), "still": say.number(still)}
    sentence = _("%(n)s sự không phù hợp của năm: %(over)s đã kết thúc, %(still)s còn mở.") % told
    page = f"{reverse('corrections:list')}?nam={asked.year}&tt=tat-ca"
    first = CorrectiveAction.objects.filter(
        case__in=found.open(), done_on__isnull=True, dropped_on__isnull=True
    ).order_by("due_on", "pk").first()  # fmt: skip
    title = _("Khắc phục")
    if first is not None:
        todo = _("“%(what)s”, hạn %(day)s.") % {"what": first.what, "day": say.day(first.due_on)}
        state = State.LATE if first.due_on < asked.on else State.GOING
        return Station(
            "corrections", title, state, sentence, page, todo, reverse("corrections:action", args=[first.uid])
        )
    waiting = len(waiting_proposals(asked.viewer, on=asked.on, at=asked.at))
    todo = _("Xem %s việc Chuẩn đề nghị nêu.") % say.number(waiting) if waiting else ""
    state = State.GOING if still or waiting else State.DONE if total or asked.is_over else State.NONE
    return Station(
        "corrections", title, state, sentence, page, todo, reverse("corrections:proposals") if todo else ""
    )


def _audit(asked: _Asked) -> Station:
    days = (asked.period.start, date(asked.year, 12, 31))
    audits = (
        Audit.objects.seen_by(asked.viewer)
        .filter(owner_unit=asked.viewer.unit, ends_on__range=days)
        .standing()
    )
    told, planned = audits.told().count(), audits.count()
    title, page = _("Đánh giá nội bộ"), f"{reverse('audits:year')}?nam={asked.year}"
    if not planned:
        has = Programme.objects.seen_by(asked.viewer).filter(year=asked.year).exists()
        sentence = (
            _("Có chương trình, chưa có cuộc nào.") if has else _("Chưa có chương trình đánh giá của năm.")
        )
        state = State.LATE if asked.is_over else State.NONE
        return Station(
            "audit", title, state, sentence, page, _("Lập chương trình; mỗi năm ít nhất một lần."), page
        )
    sentence = _("%(told)s trong %(all)s cuộc đã báo cáo.") % {
        "told": say.number(told),
        "all": say.number(planned),
    }
    first = audits.exclude(pk__in=audits.told()).order_by("ends_on", "pk").first()
    if first is None:
        return Station("audit", title, State.DONE, sentence, page)
    todo = _("%(code)s: báo cáo trước %(day)s.") % {"code": first.code, "day": say.day(first.report_due_on)}
    state = State.LATE if first.report_due_on < asked.on else State.GOING
    return Station("audit", title, state, sentence, page, todo, reverse("audits:audit", args=[first.uid]))


def _review(asked: _Asked) -> Station:
    title, page = _("Xem xét của lãnh đạo"), reverse("reviews:all")
    rows = (
        Review.objects.seen_by(asked.viewer).filter(owner_unit=asked.viewer.unit).exclude(status="called_off")
    )
    mine = [
        one for one in rows.order_by("planned_on", "pk") if (one.held_on or one.planned_on).year == asked.year
    ]
    signed = [one for one in mine if one.status in ("signed", "followed")]
    waiting = next((one for one in mine if one not in signed), None)
    sentence = _("%(signed)s trong %(all)s cuộc của năm đã ký.") % {
        "signed": say.number(len(signed)), "all": say.number(len(mine)),
    }  # fmt: skip
    if waiting is not None:
        todo = _("%(code)s: họp ngày %(day)s, rồi ký.") % {
            "code": waiting.code,
            "day": say.day(waiting.planned_on),
        }
        state = State.LATE if waiting.planned_on < asked.on else State.GOING
        return Station(
            "review", title, state, sentence, page, todo, reverse("reviews:one", args=[waiting.uid])
        )
    if signed:
        return Station("review", title, State.DONE, sentence, page)
    state = State.LATE if asked.is_over else State.NONE
    todo = _("Triệu tập cuộc xem xét; mỗi năm ít nhất một lần.")
    return Station("review", title, state, _("Chưa có cuộc xem xét nào của năm."), page, todo, page)


def _given(asked: _Asked) -> Station:
    title, page = _("Việc sau xem xét"), reverse("reviews:decisions")
    rows = Resolution.objects.seen_by(asked.viewer).real().filter(
        review__owner_unit=asked.viewer.unit, review__status__in=("signed", "followed"),
        review__held_on__year=asked.year,
    )  # fmt: skip
    found = list(rows.order_by("due_on", "pk"))
    if not found:
        return Station(
            "given", title, State.NONE, _("Chưa có việc nào được giao sau cuộc xem xét đã ký."), page
        )
    done = sum(1 for one in found if one.state == Resolution.State.DONE)
    sentence = _("%(done)s trong %(all)s việc được giao đã xong.") % {
        "done": say.number(done),
        "all": say.number(len(found)),
    }
    first = next((one for one in found if one.state == Resolution.State.OPEN), None)
    if first is None:
        return Station("given", title, State.DONE, sentence, page)
    when = say.day(first.due_on) if first.due_on else say.EMPTY
    todo = _("“%(what)s”, hạn %(day)s.") % {"what": first.words[:160], "day": when}
    late = first.due_on is not None and first.due_on < asked.on
    address = reverse("reviews:decision", args=[first.uid])
    return Station("given", title, State.LATE if late else State.GOING, sentence, page, todo, address)


def _next_decision(asked: _Asked) -> Station:
    year = asked.year + 1
    title, plan = _("Quyết định mục tiêu năm %s") % year, plan_for(asked.viewer, year, on=asked.on)
    if plan is not None:
        sentence = _("Vòng mới đã bắt đầu: %s.") % plan.decision.title.rstrip(".")
        return Station("next", title, State.DONE, sentence, _year_page(year))
    round_ = (
        Round.objects.seen_by(asked.viewer).real().filter(owner_unit=asked.viewer.unit, year=year).first()
    )
    door = reverse("objectives:next_year")
    if round_ is None:
        state = State.LATE if asked.is_over else State.NONE
        todo = _("Mở đợt xây dựng: mang sang mục tiêu năm nay, kết quả ba năm và kết luận của cuộc xem xét.")
        return Station("next", title, state, _("Chưa có kế hoạch mục tiêu năm sau."), door, todo, door)
    page = reverse("objectives:next_year_round", args=[round_.uid])
    told = {"day": say.day(round_.closes_on), "n": say.number(round_.lines.filter(decided="").count())}
    if round_.is_open:
        sentence = _("Đợt xây dựng đang mở, hạn góp ý %(day)s; còn %(n)s dòng chưa quyết.") % told
        todo = _("Góp ý, quyết từng dòng rồi soạn Quyết định.")
    else:
        sentence, todo = (
            _("Đã soạn dự thảo Quyết định."),
            _("Ký, ban hành rồi đọc thành kế hoạch năm %s.") % year,
        )
    return Station("next", title, State.LATE if asked.is_over else State.GOING, sentence, page, todo, page)


def standing_at(stations: list[Station]) -> Station | None:
    """The station that waits: the first that is late, else the first under way with something due, else not begun."""
    return next(_by_urgency(stations), None)


def _by_urgency(stations: list[Station]) -> Iterator[Station]:
    for state in (State.LATE, State.GOING, State.NONE):
        yield from (one for one in stations if one.state is state and one.next)


def _tally(tally: Mapping[Outcome, int], *outcomes: Outcome) -> int:
    return sum(tally.get(one, 0) for one in outcomes)


def _year_page(year: int) -> str:
    return f"{reverse('objectives:year')}?nam={year}"
