"""A set is frozen once and stays as it was; papers printed from it, edited papers held against it."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.documents.models import Document
from chuan.exchange.sheets import read_sheet
from chuan.files import house_key
from chuan.objectives import packing
from chuan.objectives.actions.printing import print_set_report
from chuan.objectives.models import FigureSet, Measurement, Plan
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.sets.actions.exporting import export_set
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set, named_document
from chuan.objectives.sets.building import Named, lines_of
from chuan.objectives.sets.by_command import write_export
from chuan.objectives.sets.checking import check_report
from chuan.objectives.sets.command_refusals import SetUnknown, WhoUnknown
from chuan.objectives.sets.packet import check
from chuan.objectives.sets.reading import read_set
from chuan.objectives.sets.refusals import (
    FigureKeyUnsafe,
    ReportOfSeveral,
    ReportUnknown,
    SetBeforeYear,
    SetEmpty,
    SetOfTomorrow,
    SetStands,
    SetUnnamed,
)
from chuan.objectives.sets.why import rows as why_rows
from chuan.objectives.year_report import year_report
from chuan.offers.packing import Asked
from chuan.people.viewer import Viewer
from chuan.rules.figure_sets import differences, read_lines
from chuan.rules.refusals import NotAllowed
from chuan.rules.targets.types import Outcome
from chuan.rules.types import Period
from chuan.trail.models import Anchor, Entry
from tests.objectives.reported import AFTER, Year, a_full_year, a_year, texts
from tests.people import make_ward

pytestmark = pytest.mark.django_db

NAMED = Named("Kỳ họp HĐND cuối năm", AFTER, "Báo cáo trình kỳ họp thứ 5")


@pytest.fixture
def full(settings: pytest.FixtureRequest, tmp_path: Path) -> Year:
    settings.SEAL_KEYS = str(tmp_path / "seal_keys")  # type: ignore[attr-defined]
    return a_full_year()


def by(year: Year) -> Viewer:
    return year.ward.viewer(year.ward.clerk)


def frozen(year: Year, named: Named = NAMED, after: FigureSet | None = None) -> FigureSet:
    return freeze_set(year.plan, Wanted(named, after), by=by(year), at=timezone.now())


def corrected(year: Year, reason: str = "Kho bạc gửi bảng kê chính thức") -> Measurement:
    """The estimate of the second promise, replaced by an official figure."""
    old = Measurement.objects.get(indicator=year.targets["2"].indicator)
    return year.figure("2", 99, 100, grade="C", version=2, corrects=old, reason=reason)


def test_a_set_holds_each_standing_figure_its_verdict_and_what_is_missing(full: Year) -> None:
    made = frozen(full)
    held = read_lines(made.lines)
    assert (made.measured, made.missing, made.digest) == (2, 1, held.digest)
    assert [(one.label, one.figure_words, one.outcome, one.stage) for one in held.targets] == [
        ("1", "96,57\u00a0%", "met", "official"),
        ("2", "90,00\u00a0%", "not_met", "estimate"),
        ("3", "–", "unmeasured", ""),
    ]
    (figure,) = held.targets[0].figures
    assert (figure.counts, figure.version, figure.grade) == ("1240/1284", 1, "B")
    entry = Entry.objects.get(verb="figure_set.freeze")
    assert entry.subject_uid == made.uid
    assert full.ward.clerk.name not in made.lines


def test_a_set_to_the_last_of_december_is_final_once_the_year_is_over(full: Year) -> None:
    made = frozen(full, replace(NAMED, on=date(2021, 12, 31)))
    (first, *_) = read_lines(made.lines).targets
    assert (first.outcome, first.final, first.until) == ("met", True, "2021-12-31")
    line = read_set(made).picture.lines[0]
    assert (line.verdict.outcome, line.verdict.final) == (Outcome.MET, True)
    assert read_set(made).picture.on == date(2021, 12, 31)


def test_the_same_set_is_read_with_few_statements_and_never_changes(full: Year) -> None:
    made = frozen(full)
    before = read_set(made)
    corrected(full)
    full.figure("3", 95, 100)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        now = read_set(FigureSet.objects.select_related("plan").get(pk=made.pk))
    assert len(asked) <= 7
    assert [line.figure_words for line in now.picture.lines] == [
        line.figure_words for line in before.picture.lines
    ]
    assert now.picture.tally[Outcome.UNMEASURED] == 1
    with pytest.raises(DatabaseError):
        FigureSet.objects.filter(pk=made.pk).update(name="Khác")


@pytest.mark.parametrize("name", ["Kỳ họp HĐND cuối năm", "  kỳ họp  hđnd CUỐI năm "])
def test_frozen_twice_names_the_first(full: Year, name: str) -> None:
    first = frozen(full)
    corrected(full)
    with pytest.raises(SetStands) as refused:
        frozen(full, replace(NAMED, name=name))
    said = refused.value.sentence
    assert first.digest[:4] in said
    assert full.ward.clerk.name in said
    assert FigureSet.objects.count() == 1
    assert frozen(full, replace(NAMED, on=AFTER + timedelta(days=1)), first).after == first


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        (replace(NAMED, name="  "), SetUnnamed),
        (replace(NAMED, paper=""), SetUnnamed),
        (replace(NAMED, on=date(2099, 1, 1)), SetOfTomorrow),
        (replace(NAMED, on=date(2020, 12, 31)), SetBeforeYear),
        (replace(NAMED, on=date(2021, 3, 31)), SetEmpty),
    ],
)
def test_what_cannot_be_a_set_is_refused_with_a_reason(
    full: Year, named: Named, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        frozen(full, named)


def test_neither_an_empty_year_nor_a_closed_plan_nor_a_stranger_freezes(full: Year) -> None:
    with pytest.raises(NotAllowed):
        freeze_set(full.plan, Wanted(NAMED), by=full.ward.viewer(full.ward.specialist), at=timezone.now())
    Plan.objects.update(status="replaced", closed_on=AFTER)
    full.plan.refresh_from_db()
    with pytest.raises(PlanClosed):
        frozen(full)


def test_the_differences_name_value_verdict_and_the_reason_of_the_correction(full: Year) -> None:
    first = frozen(full)
    corrected(full)
    full.figure("3", 95, 100)
    later = frozen(full, replace(NAMED, name="Bộ sau"), first)
    shown = why_rows(differences(read_lines(first.lines), read_lines(later.lines)))
    assert [one.difference.shown.label for one in shown] == ["2", "3"]
    assert "Kho bạc gửi bảng kê chính thức" in shown[0].why[0]
    assert (shown[0].difference.stage_changed, shown[0].difference.verdict_changed) == (True, True)
    assert shown[1].why == ("thêm số năm 2021",)


def test_a_report_prints_from_its_set_whatever_came_later_and_a_live_one_says_so(full: Year) -> None:
    made = frozen(full)
    corrected(full)
    from_set = texts(year_report(full.plan, on=made.on, by=by(full), frozen=read_set(made)))
    live = texts(full.report())
    assert f"Mã bộ số liệu: {made.digest[:4]}-" in from_set
    assert "90,00 %" in from_set
    assert "99,00 %" not in from_set
    assert "Số liệu chưa chốt" in live
    assert "99,00 %" in live


def test_printing_and_sending_are_on_record_and_carry_the_houses_key(full: Year) -> None:
    made = frozen(full)
    paper = print_set_report(made, form="docx", by=by(full), at=timezone.now())
    said = "\n".join(one.text for one in docx.Document(io.BytesIO(paper.data)).paragraphs)
    assert house_key.known_fingerprint() in said
    assert made.digest in said
    sent = export_set(made, by=by(full), at=timezone.now())
    verdict = check(sent.data, asked=house_key.known_fingerprint())
    assert verdict.ok, verdict.sentences
    assert json.loads(sent.data)["signed"]["unit_codes"][0]["code"] == "18115"
    assert full.ward.clerk.name not in sent.data.decode()
    assert list(Entry.objects.order_by("seq").values_list("verb", flat=True)) == [
        "figure_set.freeze", "figure_set.report", "figure_set.export",
    ]  # fmt: skip
    assert Anchor.objects.count() == 1


def test_a_key_that_others_may_read_marks_nothing(full: Year) -> None:
    made = frozen(full)
    house_key.public_key()
    os.chmod(house_key.path(), 0o644)
    assert house_key.known_fingerprint() == ""
    with pytest.raises(FigureKeyUnsafe):
        export_set(made, by=by(full), at=timezone.now())


def test_the_command_finds_a_set_by_code_or_name(full: Year, tmp_path: Path) -> None:
    made, out = frozen(full), tmp_path / "so-lieu.json"
    username = full.ward.clerk.account.username  # type: ignore[union-attr]
    for wanted in (made.digest[:6], "kỳ họp hđnd cuối năm"):
        write_export(out, wanted, username=username, clock=timezone.now)
        assert check(out.read_bytes()).ok
    with pytest.raises(SetUnknown):
        write_export(out, "khác", username=username, clock=timezone.now)
    with pytest.raises(WhoUnknown):
        write_export(out, "khác", username="ai-do", clock=timezone.now)


def test_the_evidence_pack_names_the_sets_of_its_period(full: Year) -> None:
    made, now = frozen(full), timezone.now()

    def packed(year: int) -> dict[str, bytes]:
        asked = Asked(full.ward.unit, Period.year(year), AFTER, now, by(full))
        return {one.name: one.data for one in packing.files(asked)}

    assert "bo-so-lieu.xlsx" not in packed(2021)
    (sheet,) = read_sheet(packed(2022)["bo-so-lieu.xlsx"], name="bo-so-lieu.xlsx")
    assert made.digest in str(sheet)


def test_an_edited_report_comes_back_to_its_own_set(full: Year) -> None:
    made = frozen(full)
    corrected(full)
    frozen(full, replace(NAMED, name="Bộ sau"), made)
    data = print_set_report(made, form="docx", by=by(full), at=timezone.now()).data
    whole = check_report(data, name="bao-cao.docx", by=by(full), on=AFTER)
    assert (whole.figure_set, whole.wrong, whole.added) == (made, (), ())
    edited = docx.Document(io.BytesIO(data))
    for cell in (cell for table in edited.tables for row in table.rows for cell in row.cells):
        if cell.text.startswith("90,00\u00a0%"):
            cell.paragraphs[0].runs[0].text = cell.text.replace("90", "98")
            for run in cell.paragraphs[0].runs[1:]:
                run.text = ""
    edited.add_paragraph("Thu ngân sách đạt 9.100 triệu đồng.")
    out = io.BytesIO()
    edited.save(out)
    found = check_report(out.getvalue(), name="bao-cao.docx", by=by(full), on=AFTER)
    assert {(one.said[:2], one.written[:2]) for one in found.wrong} == {("90", "98")}
    assert found.added == ("Thu ngân sách đạt 9.100 triệu đồng",)
    edited.add_paragraph("Mã bộ số liệu: 0000-1111-2222-3333")
    out = io.BytesIO()
    edited.save(out)
    with pytest.raises(ReportOfSeveral):
        check_report(out.getvalue(), name="bao-cao.docx", by=by(full), on=AFTER)


def test_a_report_of_another_ward_or_of_no_set_is_not_recognised(full: Year) -> None:
    data = print_set_report(frozen(full), form="docx", by=by(full), at=timezone.now()).data
    other = make_ward("Đông Mai", "18116", prefix="dm-")
    for name, text, viewer in (
        ("bao-cao.docx", data, other.viewer(other.clerk)),
        ("ghi-chu.txt", "Báo cáo năm 2021".encode(), by(full)),
    ):
        with pytest.raises(ReportUnknown):
            check_report(text, name=name, by=viewer, on=AFTER)


def test_a_year_without_figures_is_said_to_have_none() -> None:
    year = a_year()
    year.share(year.objective("1", "Trên 95% hồ sơ."), "1", "Hồ sơ", above="95")
    assert lines_of(year.plan, NAMED, at=timezone.now()).tally == {Outcome.UNMEASURED: 1}
    with pytest.raises(SetEmpty):
        frozen(year)


@pytest.mark.parametrize(
    ("years", "on", "found"),
    [
        ((2021,), date(2021, 11, 30), 2021),
        ((2022,), date(2021, 12, 31), 2022),
        ((2019,), date(2021, 11, 30), None),  # the same number of another year is another paper
        ((2019, 2021), date(2021, 11, 30), 2021),
        ((2021, 2022), date(2021, 11, 30), None),  # which of the two nobody said
        ((), date(2021, 11, 30), None),
    ],
)
def test_the_paper_of_a_set_is_looked_for_in_its_year_and_the_next(
    db: None, years: tuple[int, ...], on: date, found: int | None
) -> None:
    ward = make_ward()
    for year in years:
        Document.objects.create(
            unit=ward.unit, owner_unit=ward.unit, type="BC", number="215", symbol="BC-UBND",
            issued_on=date(year, 12, 5), recorded_at=timezone.now(),
        )  # fmt: skip
    one = named_document(ward.viewer(ward.clerk, on), "Báo cáo số 0215/bc-ubnd", on)
    assert (one.issued_on.year if one and one.issued_on else None) == found
