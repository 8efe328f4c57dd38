"""Biểu 07a/BTP beside our certifications: copies with copies, and never requests for copies."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.demo_exports import formats, sheets
from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.actions import reconciling
from chuan.dossiers.models import Dossier
from chuan.dossiers.reports.certified import KINDS, Certified, certified
from chuan.intake.models import Import
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.examine import open_page
from tests.intake.engine import BOOK, FORM, LIST, Desk, seen
from tests.people import Ward

URL = "/ho-so/so-lieu/doi-chieu/"
TOTALS, CERTS = "bieu-07a-BTP-2021.xls", "so-chung-thuc-2021.xlsx"
ON = date(2022, 1, 10)
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """Real followers: what is committed becomes dossiers and totals."""
    return Desk(ward, {}, [])


def told(viewer: Viewer, held: Import) -> dict[str, Certified]:
    return {one.kind.figure: one for one in certified(viewer, held, on=ON)}


def totals(*rows: tuple[object, ...]) -> bytes:
    """The form with these rows."""
    grid = sheets.certified_totals(())
    kept = [[None, n, *row] for n, row in enumerate(rows, start=1)]
    return formats.as_xlsx(formats.Grid([*grid.rows[:5], *kept], (), grid.name))


def test_copies_of_the_form_agree_with_the_copies_of_the_book(desk: Desk, clerk: Viewer):
    desk.committed(CERTS)
    copies = told(clerk, desk.committed(TOTALS))["copies"]
    assert copies.gap == 0
    assert copies.requests == Dossier.objects.filter(procedure_name__startswith="Chứng thực bản sao").count()
    assert copies.theirs is not None
    assert copies.theirs > 1204 > copies.requests, "one request may ask for more than a thousand copies"


def test_copies_are_not_compared_while_a_request_does_not_say_how_many(desk: Desk, clerk: Viewer):
    desk.committed(BOOK)  # the book of the one-stop counter writes sets, not copies
    Dossier.objects.filter(code__startswith="CT-").update(procedure_name="Chứng thực bản sao từ bản chính")
    copies = told(clerk, desk.committed(TOTALS))["copies"]
    assert copies.silent == copies.requests > 0
    assert (copies.copies, copies.gap) == (None, None)


def test_without_any_request_nothing_is_compared(desk: Desk, clerk: Viewer):
    copies = told(clerk, desk.committed(TOTALS))["copies"]
    assert (copies.requests, copies.silent, copies.copies, copies.gap) == (0, 0, None, None)


def test_signatures_are_counted_in_another_way_and_never_subtracted(desk: Desk, clerk: Viewer):
    desk.committed(CERTS)
    signatures = told(clerk, desk.committed(TOTALS))["signatures"]
    assert signatures.requests > 0
    assert (signatures.copies, signatures.gap) == (None, None)


def test_requests_of_other_years_are_not_in_the_sum(desk: Desk, clerk: Viewer):
    desk.committed(CERTS)
    held = desk.committed(TOTALS)
    one = Dossier.objects.filter(procedure_name__startswith="Chứng thực bản sao").order_by("pk").first()
    assert one is not None
    before = told(clerk, held)["copies"]
    Dossier.objects.filter(pk=one.pk).update(settled_on=date(2022, 1, 4))
    after = told(clerk, held)["copies"]
    assert (before.requests - after.requests, bool(after.gap)) == (1, True)


@pytest.mark.parametrize(
    ("code", "name", "figure"),
    [
        ("2.000815", "", "copies"),
        ("2.000884", "Chứng thực bản sao", "signatures"),
        ("", "Chứng thực bản sao từ bản chính", "copies"),
        ("", "THỦ TỤC CHỨNG THỰC BẢN SAO", "copies"),
        ("", "Chung thuc chu ky trong cac giay to, van ban", "signatures"),
        ("", "Chứng thực chữ ký người dịch", None),
        ("", "Cấp bản sao trích lục", None),
        ("1.001193", "Chứng thực bản sao", None),
        ("", "", None),
    ],
)
def test_a_procedure_is_known_by_its_code_or_else_by_its_name(code: str, name: str, figure: str | None):
    assert [kind.figure for kind in KINDS if kind.holds(code, name)] == ([figure] if figure else [])


# The pages


def test_it_is_listed_apart_and_its_page_says_what_is_not_compared(desk: Desk, browser: Client):
    desk.committed(CERTS)
    held = desk.committed(TOTALS)
    page = open_page(browser, URL)
    assert not [form for form in page.forms if "bat-dau" in form.action]
    one = open_page(browser, page.link(TOTALS))
    assert one.url.endswith(f"/chung-thuc/{held.uid}/")
    assert "một lượt có thể xin nhiều bản" in one.text
    assert "khớp" in one.text
    assert "không so: việc và hồ sơ đếm khác nhau" in one.text
    assert "C lấy từ biểu tổng hợp" in one.text


def test_its_requests_open_onto_their_rows(desk: Desk, clerk: Viewer, browser: Client):
    desk.committed(CERTS)
    held = desk.committed(TOTALS)
    (procedure,) = told(clerk, held)["copies"].procedures
    page = open_page(browser, f"{URL}chung-thuc/{held.uid}/")
    behind = open_page(browser, page.link(f"{procedure.requests} hồ sơ: {procedure.label}"))
    assert len(behind.find("//table//tbody/tr")) == procedure.requests


@pytest.mark.parametrize(
    ("bring", "said"),
    [((), "chưa nhập sổ chứng thực của kỳ này"), ((CERTS,), "khớp")],
)
def test_the_page_says_in_words_how_far_it_was_compared(
    desk: Desk, browser: Client, bring: tuple[str, ...], said: str
):
    for name in bring:
        desk.committed(name)
    held = desk.committed(TOTALS)
    assert said in open_page(browser, f"{URL}chung-thuc/{held.uid}/").text


def test_silent_requests_are_numbered(desk: Desk, browser: Client):
    desk.committed(BOOK)
    Dossier.objects.filter(code__startswith="CT-").update(procedure_name="Chứng thực bản sao")
    count = Dossier.objects.filter(code__startswith="CT-").count()
    held = desk.committed(TOTALS)
    page = open_page(browser, f"{URL}chung-thuc/{held.uid}/")
    assert f"chưa so được: {count} hồ sơ không ghi số bản" in page.text


def test_a_form_of_other_units_is_doubted_and_shows_none_of_their_figures(desk: Desk, browser: Client):
    held = desk.mapped("khac.xlsx", totals(("UBND phường Minh Họa", 777, 5, 0)))
    assert [one.kind for one in seen(held).doubts] == ["other_ward"]
    desk.commit(held)
    page = open_page(browser, f"{URL}chung-thuc/{held.uid}/")
    assert "Biểu không có dòng của đơn vị" in page.text
    assert "777" not in page.text


def test_a_cell_that_is_no_count_keeps_its_row_out(desk: Desk):
    held = desk.mapped("sai.xlsx", totals(("UBND phường Bắc Hồng", "nhiều", 5, 0), ("Xã Ví Dụ", 1, 1, 0)))
    assert [one.typed for one in seen(held).unreadable] == ["nhiều"]


def test_it_is_no_form_to_reconcile(desk: Desk, clerk: Viewer, now: datetime):
    with pytest.raises(refusals.NoTotals):
        reconciling.reconcile(desk.committed(TOTALS), by=clerk, at=now)


def test_only_standing_forms_of_certifications_have_a_page(desk: Desk, browser: Client):
    desk.committed(LIST)
    form, held = desk.committed(FORM), desk.committed(TOTALS)
    for uid in (form.uid, uuid.UUID(int=1)):
        assert browser.get(f"{URL}chung-thuc/{uid}/").status_code == 404
    desk.withdraw(held)
    assert browser.get(f"{URL}chung-thuc/{held.uid}/").status_code == 404


def test_another_ward_does_not_reach_it(desk: Desk, client: Client, other_ward: Ward, sign_in: SignIn):
    held = desk.committed(TOTALS)
    assert sign_in(client, other_ward.clerk).get(f"{URL}chung-thuc/{held.uid}/").status_code == 404


def test_the_page_takes_a_handful_of_statements(
    desk: Desk, browser: Client, django_assert_max_num_queries: Callable[[int], CaptureQueriesContext]
):
    desk.committed(CERTS)
    held = desk.committed(TOTALS)
    browser.get(URL)
    with django_assert_max_num_queries(16):
        browser.get(f"{URL}chung-thuc/{held.uid}/")
