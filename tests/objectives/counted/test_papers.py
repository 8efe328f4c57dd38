"""Passport and report: grade, measure and version, formula, what was left out, counted when."""

from __future__ import annotations

from datetime import date

from django.test import Client

from chuan.objectives.actions import take_measure
from chuan.objectives.models import Indicator, Plan
from chuan.objectives.reports import passport
from chuan.objectives.year_report import report_docx, report_pdf, year_report
from chuan.paper.papers import Paragraph, TableBlock
from chuan.rules.types import Period
from tests.examine import open_page, sign_in
from tests.objectives.made import clerk, now
from tests.objectives.register import OnTime
from tests.paper.samples import flat
from tests.people import Ward

MARCH = Period.month(2021, 3)
ON = date(2021, 10, 5)


def counted_rows(plan: Plan, ward: Ward) -> list[list[str]]:
    (annex,) = year_report(plan, on=ON, by=clerk(ward)).annexes
    tables = [one for one in annex.blocks if isinstance(one, TableBlock) and "Công thức" in one.headers]
    return [[flat(cell) for cell in row] for table in tables for row in table.rows]


def test_the_report_says_how_each_counted_figure_was_counted(ward: Ward, plan: Plan, on_time: Indicator):
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    ((label, period, way, formula, left_out),) = counted_rows(plan, ward)
    assert (label, period) == ("3.2", "tháng 3 năm 2021")
    assert way == "Sổ hồ sơ thử nghiệm (dossiers.on_time@1)"
    assert formula == "đúng hạn / đã giải quyết"
    assert left_out == "người dân rút: 2"


def test_a_report_without_figures_has_no_such_annex(ward: Ward, plan: Plan, on_time: Indicator):
    assert year_report(plan, on=ON, by=clerk(ward)).annexes == ()


def test_the_report_with_counted_figures_becomes_both_kinds_of_file(
    ward: Ward, plan: Plan, on_time: Indicator
):
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert report_pdf(plan, on=ON, by=clerk(ward)).startswith(b"%PDF")
    assert report_docx(plan, on=ON, by=clerk(ward)).startswith(b"PK")


def test_the_passport_says_formula_measure_and_what_was_left_out(
    client: Client, ward: Ward, on_time: Indicator
):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    page = open_page(sign_in(client, ward.clerk), f"/muc-tieu/so-lieu/{made.uid}/")
    for said in (
        "đúng hạn / đã giải quyết",
        "dossiers.on_time@1",
        "người dân rút 2",
        "A đếm từ sổ",
        "Chốt lúc",
    ):
        assert said in page.text, said


def test_a_formula_of_another_version_is_not_put_into_its_mouth(
    ward: Ward, on_time: Indicator, register: OnTime
):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.version = 2
    assert passport(made).formula == ""
    assert passport(made).measure == "dossiers.on_time@1"


def test_the_table_is_introduced_by_a_sentence(ward: Ward, plan: Plan, on_time: Indicator):
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    (annex,) = year_report(plan, on=ON, by=clerk(ward)).annexes
    said = [one.text for one in annex.blocks if isinstance(one, Paragraph)]
    assert said == ["Số liệu đếm từ sổ hoặc từ tệp nhập được đếm như sau:"]
