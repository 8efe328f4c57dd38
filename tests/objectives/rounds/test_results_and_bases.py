"""Three years beside a line, what asks for another objective, the legal bases of the day, what passes on."""

from __future__ import annotations

from datetime import date

from chuan.clocks.models import Clock
from chuan.corrections.models import Nonconformity
from chuan.documents.models import Document, Link
from chuan.objectives.actions import record_figure
from chuan.objectives.models import Objective, Plan, Round, Target
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.asking import asked_of_year
from chuan.objectives.rounds.bases import bases_of_day
from chuan.objectives.rounds.passing import call_off_for_merger, hand_over
from chuan.objectives.rounds.picture import limits_of, picture_of
from chuan.offers import next_year
from chuan.offers.next_year import Asking
from chuan.people.models import UnitSetting
from chuan.rules.types import Period
from tests.objectives.made import clerk, decision, given, now, plan_of
from tests.objectives.rounds.conftest import CLOSES, OPENED
from tests.people import Ward

LATE = date(2022, 1, 10)


def measured(ward: Ward, plan: Plan, num: int, den: int) -> None:
    """The year's one share, put in once with its paper."""
    found = Target.objects.get(objective__plan=plan).indicator
    assert found is not None
    paper = given(num=num, den=den)
    record_figure(found, Period.year(plan.year), paper, by=clerk(ward, LATE), at=now(), to_date=True)


def test_three_years_of_one_indicator_stand_beside_its_line_with_their_cautions(ward: Ward):
    words = "Trên 95% đơn phản ánh được giải quyết đúng hạn."
    plans = []
    for year in (2019, 2020, 2021):
        text = decision(words, year=year, on=date(year, 1, 5), number=str(year - 1990))
        plans.append(plan_of(ward, text, on=date(year, 1, 6)))
        measured(ward, plans[-1], 7, 7)
    by = ward.viewer(ward.secretary, LATE)
    opened = actions.open_round(plans[-1], date(2022, 1, 20), by=by, at=now())
    (line,) = picture_of(opened, by, LATE).lines
    assert [(year.year, year.figure, year.grades) for year in line.known[0].years] == [
        (2021, "100\N{NO-BREAK SPACE}%", "D"), (2020, "100\N{NO-BREAK SPACE}%", "D"),
        (2019, "100\N{NO-BREAK SPACE}%", "D"),
    ]  # fmt: skip
    assert [one.code for one in line.cautions] == ["none_may_fail", "too_easy"]
    assert "Năm 2021 có 7" in line.cautions[0].sentence


def test_figures_without_a_mark_to_compare_with_are_not_called_missing(ward: Ward):
    plan = plan_of(ward, decision("Giảm tỷ lệ người sinh con thứ 3 trở lên."), on=date(2021, 2, 20))
    before = picture_of(_round(plan, ward), ward.viewer(ward.secretary, LATE), LATE)
    assert [one.figure for one in before.lines[0].known[0].years] == ["chưa có"] * 3
    measured(ward, plan, 2, 31)
    after = picture_of(Round.objects.get(), ward.viewer(ward.secretary, LATE), LATE)
    told = [(one.figure, one.grades) for one in after.lines[0].known[0].years]
    assert told == [("chưa xét được", "D"), ("chưa có", ""), ("chưa có", "")]


def _round(plan: Plan, ward: Ward) -> Round:
    return actions.open_round(plan, date(2022, 1, 20), by=ward.viewer(ward.secretary, LATE), at=now())


def test_a_unit_may_put_its_own_number_of_years_by_its_document(ward: Ward, plan: Plan, opened: Round):
    UnitSetting.objects.create(
        unit=ward.unit,
        key="next_year.easy_years",
        value="2",
        valid_from=OPENED,
        citation="QĐ 9",
        recorded_at=now(),
    )
    assert limits_of(ward.unit, CLOSES).years == 2


def test_open_corrections_of_the_plan_and_what_other_rooms_tell_are_shown_in_order(
    ward: Ward, plan: Plan, monkeypatch
):
    target = Target.objects.get(objective__plan=plan, label="1.14")
    Nonconformity.objects.create(
        unit=ward.unit, owner_unit=ward.unit, year=2021, number=1, what="Suy dinh dưỡng còn cao", source="objective",
        subject_kind="target", subject_uid=target.uid, found_on=date(2021, 11, 2),
        recorded_at=now(),
    )  # fmt: skip
    told = Asking("Xem xét: thêm mục tiêu", "/xem-xet/", date(2021, 10, 1))
    monkeypatch.setattr(next_year, "_tellers", [lambda viewer, year: [told]])
    found = asked_of_year(plan, ward.viewer(ward.secretary, OPENED))
    assert [one.sentence for one in found] == [
        "Xem xét: thêm mục tiêu",
        "Đang khắc phục Suy dinh dưỡng còn cao",
    ]


# Legal bases

LAW_2015 = "Căn cứ Luật Tổ chức Chính quyền địa phương ngày 19/6/2015"
OWN = "Căn cứ Quyết định số 112/QĐ-UBND ngày 30/6/2020 của UBND phường Bắc Hồng về việc ban hành tài liệu"


def test_the_act_that_the_committee_stands_on_is_that_of_the_day(ward: Ward):
    assert bases_of_day([LAW_2015], ward.unit, date(2021, 12, 6)) == ((LAW_2015,), ())
    (kept,), (note,) = bases_of_day([LAW_2015], ward.unit, date(2025, 12, 6))
    assert kept.endswith("ngày 16 tháng 6 năm 2025")
    assert note.startswith("Đã thay căn cứ")


def test_an_act_known_to_have_ended_is_left_out_and_named(ward: Ward):
    line = "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa"
    assert bases_of_day([line], ward.unit, date(2021, 12, 6)) == ((line,), ())
    kept, (note,) = bases_of_day([line], ward.unit, date(2025, 12, 6))
    assert kept == ()
    assert "118/2025/NĐ-CP" in note
    assert "chưa kiểm" in note


def test_a_paper_of_our_own_that_was_replaced_gives_way_to_the_newer_one(ward: Ward):
    common = {
        "unit": ward.unit, "owner_unit": ward.unit, "type": "QĐ", "symbol": "QĐ-UBND", "recorded_at": now(),
    }  # fmt: skip
    old = Document.objects.create(**common, number="112", issued_on=date(2020, 6, 30))
    assert bases_of_day([OWN], ward.unit, OPENED) == ((OWN,), ())
    newer = Document.objects.create(
        **common, number="77", issued_on=date(2021, 6, 1), effective_from=date(2021, 6, 1)
    )
    Link.objects.create(document=newer, target=old, kind=Link.Kind.SUPERSEDES)
    (kept,), (note,) = bases_of_day([OWN], ward.unit, OPENED)
    assert kept.startswith("Căn cứ Quyết định số 77/QĐ-UBND ngày 01 tháng 6 năm 2021")
    assert "đã thay bằng" in note


def test_a_basis_that_names_no_act_stays(ward: Ward):
    line = "Theo đề nghị của công chức Văn phòng"
    assert bases_of_day([line], ward.unit, OPENED) == ((line,), ())


# What passes on


def test_lines_held_by_name_pass_on_with_their_objective(ward: Ward, plan: Plan):
    seven = Objective.objects.get(plan=plan, ordinal="7")
    seven.owner_official = ward.specialist
    seven.save()
    opened = actions.open_round(plan, CLOSES, by=ward.viewer(ward.secretary, OPENED), at=now())
    hand_over([seven], ward.specialist, ward.auditor)
    assert opened.lines.get(objective=seven).owner_official == ward.auditor
    asked = opened.asked.get(official=ward.auditor)
    assert Clock.objects.get(subject_uid=asked.uid).owner_official == ward.auditor


def test_a_ward_that_merges_leaves_no_open_round(ward: Ward, opened: Round):
    assert call_off_for_merger(ward.unit, "Nghị quyết 1", on=CLOSES) == 1
    opened.refresh_from_db()
    assert (opened.status, opened.reason) == ("called_off", "Đơn vị sáp nhập theo Nghị quyết 1.")
    assert not Clock.objects.running().filter(subject_kind="next_year_asked").exists()
