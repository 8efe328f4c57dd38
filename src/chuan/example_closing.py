"""The example's year brought to its end: registers taken in, effects judged, the review signed, the head's word.

Nothing is judged here: every figure and verdict comes of what rooms hold after these steps. What registers count is
frozen by the background a minute after they came in, as in any house (``objectives.tasks``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils import timezone

from chuan.audits.models import Finding
from chuan.briefing.example import load_brief
from chuan.conformity.example import check_and_confirm, say_duties
from chuan.corrections import actions as corrections
from chuan.corrections.example import finish_correction, load_correction_of
from chuan.corrections.models import Nonconformity
from chuan.corrections.proposing import waiting_proposals
from chuan.demo_exports import escalations, papers_of_year, petitions, register_of_year, tools_used
from chuan.documents.example import answer_again, check_signed, load_controlled
from chuan.documents.models import Reading
from chuan.dossiers.example import check_samples
from chuan.example_figures import load_figures, months_of
from chuan.example_freezing import freeze_first, freeze_later, keep_one_trial
from chuan.example_recounting import decide_later
from chuan.intake.example import take_in
from chuan.intake.models import Import
from chuan.objectives import actions as objectives
from chuan.objectives.models import Plan
from chuan.offers.subjects import Subject
from chuan.people.models import Account
from chuan.people.viewer import Viewer, viewer_of
from chuan.reviews.example import hold_review
from chuan.reviews.models import Review
from chuan.workforce.example_titles import conclude_titles
from chuan.workforce.example_used import say_whose, table_of

YEAR, LATE_MONTH = 2021, 7
FROZEN = "chot-so-lieu.toml"
ONE_STOP, PETITIONS, PORTAL, ABOVE = (
    "Một cửa điện tử (minh họa)",
    "Sổ đơn thư (minh họa)",
    "Cổng phản ánh, kiến nghị (minh họa)",
    "Ban Tiếp công dân (minh họa)",
)
DOCUMENTS, TRUSTED = "Quản lý văn bản (minh họa)", "Chứng thư gốc minh họa, sinh ra khi nạp ví dụ"
MAILS, COUNTER, PAPERS = "Thư công vụ", "Một cửa điện tử", "Hệ thống quản lý văn bản"
"""Systems as the unit's rule of tools names them (``workforce.example_tools``)."""
SEEN_THERE = "Đã xem ở cuộc xem xét của lãnh đạo, đưa vào kết luận (minh họa)"


def close_year(folder: Path) -> Iterator[str]:
    """Everything that ends the year, in the order a ward does it; says what was done. In one transaction."""
    secretary, head, clerk = _seated("thukyiso"), _seated("chutich"), _seated("vanphong")
    plan = _answer(folder, secretary, head)
    first = freeze_first(folder / FROZEN, plan, by=clerk)
    load_figures(folder / "figures-cuoi-nam.csv", plan, clerk, report=folder / "bao-cao-nam.md")
    freeze_later(folder / FROZEN, plan, first, by=clerk)
    keep_one_trial(folder / FROZEN, plan, by=secretary)
    rows = _registers(folder) + _tools(folder)
    load_controlled(folder / "tai-lieu.toml", _seated, at=timezone.now())
    _corrections(folder, secretary)
    conclude_titles(YEAR, by=clerk, at=timezone.now())
    say_duties(folder / "phu-hop.toml", by=secretary, at=timezone.now())
    review = Review.objects.select_related("unit", "owner_unit", "chair", "secretary").get(
        owner_unit=head.unit
    )
    hold_review(review, folder / "xem-xet.toml", by=secretary, chair=head, at=timezone.now())
    check_and_confirm(folder / "phu-hop.toml", by=secretary, head=head, at=timezone.now())
    _put_aside(secretary)
    decide_later(YEAR, at=timezone.now())
    load_brief(folder / "ban-tin.toml", _seated, head=head, clock=timezone.now)
    yield (
        f"Đã khép năm {YEAR}: {rows} dòng sổ đã nhập, 2 sự không phù hợp đã kết thúc, {review.code} đã ký, người đứng "
        "đầu đã xác nhận, 2 bộ số liệu đã chốt, có bản tin sáng, tất cả minh họa. Một phút sau khi máy chủ chạy, số "
        "đếm từ sổ được chốt, thay số nhập tay."
    )


def _seated(username: str, on: date | None = None) -> Viewer:
    found = viewer_of(Account.objects.get(username=username), on=on or timezone.localdate())
    assert found is not None, "people.toml names everybody who acts here"
    return found


def _answer(folder: Path, secretary: Viewer, head: Viewer) -> Plan:
    """What was left for later when the Decision was read is answered; the plan is made anew and stands."""
    reading = Reading.objects.get(status=Reading.Status.CONFIRMED, document__owner_unit=head.unit)
    clerk = _seated("vanphong")
    answer_again(folder / "hoi-lai.toml", reading, by=clerk, head=head, at=timezone.now())
    plan = Plan.objects.standing().get(owner_unit=head.unit)
    objectives.adopt_proposals(plan, by=head, at=timezone.now())
    return plan


def _registers(folder: Path) -> int:
    """The registers of other systems, invented: dossiers whose months come to what was typed, letters, what went up."""
    months = months_of(folder / "figures.csv", "ho-so-dung-han")
    listed = {name.rpartition("/")[2]: data for name, data in (*petitions.files(), *escalations.files())}
    given = (
        (register_of_year.NAME, register_of_year.register(months, year=YEAR, story=LATE_MONTH), ONE_STOP),
        (petitions.LIST, listed[petitions.LIST], PETITIONS),
        (petitions.PORTAL, listed[petitions.PORTAL], PORTAL),
        (escalations.LIST, listed[escalations.LIST], ABOVE),
    )
    by = _seated("tuphap")
    done = [take_in(data, name, source, by=by, clock=timezone.now) for name, data, source in given]
    done.append(_documents(folder))
    check_samples(folder / "kiem-tra.toml", YEAR, _seated, clock=timezone.now)
    return sum(one.rows_new for one in done)


def _documents(folder: Path) -> Import:
    """The register of outgoing documents, months as typed of those that went by network; one signed file of each."""
    months = months_of(folder / "figures.csv", "van-ban-luan-chuyen")
    by, data = _seated("vanphong"), papers_of_year.register(months, year=YEAR)
    done = take_in(data, papers_of_year.NAME, DOCUMENTS, by=by, clock=timezone.now)
    kept = papers_of_year.kept_signed(months, year=YEAR)
    check_signed(kept.files, kept.trust, citation=TRUSTED, by=by, clock=timezone.now)
    return done


def _tools(folder: Path) -> int:
    """What tells of tools used: the log's own table, two reports, then whose the accounts are and who was away."""
    listed, by = {name.rpartition("/")[2]: data for name, data in tools_used.files()}, _seated("vanphong")
    table = table_of(listed[tools_used.LOG], "nhật ký thư", domain=tools_used.DOMAIN, year=YEAR)
    given = (
        (table, "thu-cong-vu-2021.csv", MAILS),
        (listed[tools_used.COUNTER], tools_used.COUNTER, COUNTER),
        (listed[tools_used.PAPERS], tools_used.PAPERS, PAPERS),
    )
    done = [take_in(data, name, source, by=by, clock=timezone.now) for data, name, source in given]
    say_whose(folder / "cong-cu.toml", by=by, clock=timezone.now)
    return sum(one.rows_new for one in done)


def _corrections(folder: Path, secretary: Viewer) -> None:
    """The late month's effect is judged by the register; the audit's finding is taken up, mended, judged."""
    raised = Nonconformity.objects.get(owner_unit=secretary.unit)
    finish_correction(raised, folder / "khac-phuc.toml", by=secretary, at=timezone.now())
    finding = Finding.objects.get(grade=Finding.Grade.MINOR, audit__owner_unit=secretary.unit)
    path = folder / "phat-hien.toml"
    case = load_correction_of(path, Subject("finding", finding.uid), by=secretary, at=timezone.now())
    finish_correction(case, path, by=secretary, at=timezone.now())


def _put_aside(secretary: Viewer) -> None:
    """What Chuẩn would raise by itself was looked at in the review, each with this reason beside it."""
    at = timezone.now()
    for one in waiting_proposals(secretary, on=secretary.on, at=at):
        corrections.put_aside_proposal(one, SEEN_THERE, by=secretary, at=at)
