"""Đối chiếu: a form of totals beside our counts, its differences, and how each is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.demo_exports import formats, sheets
from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.actions import reconciling as actions
from chuan.dossiers.models import Difference, Dossier, Reconciliation
from chuan.dossiers.reports.official_forms import FormRow, compare, counts_carried
from chuan.exchange.sheets import read_sheet
from chuan.intake.models import Import
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals as shared
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.dossiers.made import make_dossier
from tests.examine import examine, open_page
from tests.intake.engine import FORM, LIST, Desk
from tests.people import Ward

URL = "/ho-so/so-lieu/doi-chieu/"
YEAR = Period.year(2021)
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def desk(ward: Ward) -> Desk:
    """Real followers: what is committed becomes dossiers and totals."""
    return Desk(ward, {}, [])


@pytest.fixture
def form(desk: Desk) -> Import:
    """A year's list and its official form, both committed."""
    desk.committed(LIST)
    held = desk.committed(FORM)
    assert held.covers == YEAR
    return held


@pytest.fixture
def made(form: Import, clerk: Viewer, now: datetime) -> Reconciliation:
    return actions.reconcile(form, by=clerk, at=now)


def differing(made: Reconciliation) -> dict[str, tuple[int, str]]:
    return {one.figure: (one.theirs - one.ours, one.status) for one in made.differences.order_by("pk")}


def again(made: Reconciliation, by: Viewer) -> Reconciliation:
    return actions.check_again(made, by=by, at=timezone.now())


# The demonstration's form: one late dossier is missing from it


def test_exactly_the_one_late_dossier_is_found(made: Reconciliation):
    assert differing(made) == {"solved_on_time": (1, "open"), "solved_late": (-1, "open")}
    assert {one.field for one in made.differences.all()} == {"Hộ tịch"}


def test_a_difference_opens_onto_the_dossiers_of_its_cell(made: Reconciliation, browser: Client):
    page = open_page(browser, f"{URL}{made.uid}/")
    late = made.differences.get(figure="solved_late")
    behind = open_page(browser, page.link(f"{late.ours} hồ sơ"))
    assert len(behind.find("//table//tbody/tr")) == late.ours
    assert behind.title == "Hồ sơ giải quyết trễ hạn, năm 2021: Hộ tịch"


def test_a_better_form_closes_it(made: Reconciliation, desk: Desk, form: Import, clerk: Viewer):
    listed = list(demo_dossiers())
    better = sheets.official_form(listed)
    for row in better.rows:
        if len(row) > 9 and row[1] == "Hộ tịch":
            row[8], row[9] = int(row[8]) - 1, int(row[9]) + 1
    newer = desk.committed(FORM, formats.as_xlsx(better))
    assert newer.covers == YEAR
    same = actions.reconcile(newer, by=clerk, at=timezone.now())
    assert same.pk == made.pk
    assert same.import_uid == newer.uid
    assert {status for _gap, status in differing(made).values()} == {"settled"}


def demo_dossiers() -> tuple:
    import random

    from chuan.demo_exports import LATE, SOLVED, invented
    from tests.intake.engine import ROWS

    return invented.dossiers(random.Random(2021), ROWS, max(1, round(ROWS * LATE / SOLVED)))


def test_when_our_rows_come_to_agree_checking_again_closes_it(made: Reconciliation, clerk: Viewer):
    late = Dossier.objects.filter(outcome_now="late", field="Hộ tịch").first()
    assert late is not None
    Dossier.objects.filter(pk=late.pk).update(outcome_now="on_time")
    again(made, clerk)
    assert differing(made) == {"solved_on_time": (0, "settled"), "solved_late": (0, "settled")}
    Dossier.objects.filter(pk=late.pk).update(outcome_now="late")
    again(made, clerk)
    assert made.differences.filter(status="settled").count() == 2
    assert made.differences.filter(status="open").count() == 2


def test_a_form_withdrawn_is_said_so(
    made: Reconciliation, desk: Desk, form: Import, clerk: Viewer, browser: Client
):
    desk.withdraw(form)
    with pytest.raises(refusals.NoTotals):
        again(made, clerk)
    assert "Biểu này không còn dùng" in open_page(browser, f"{URL}{made.uid}/").notice
    page = examine(browser.post(f"{URL}{made.uid}/lai/"), status=422)
    assert "không phải biểu tổng hợp hồ sơ đang dùng" in page.notice


# Closed by a reason


def test_a_reason_closes_one(made: Reconciliation, clerk: Viewer, now: datetime):
    one = made.differences.get(figure="solved_late")
    actions.give_reason(one, "  Biểu chốt trước khi hồ sơ   trả  ", by=clerk, at=now)
    one.refresh_from_db()
    assert (one.status, one.reason, one.settled_by) == (
        "reasoned",
        "Biểu chốt trước khi hồ sơ trả",
        clerk.official,
    )
    assert made.differences.get(figure="solved_on_time").status == "open"
    assert Entry.objects.order_by("-pk").values_list("verb", flat=True)[0] == "difference.reason"


def test_one_reason_may_close_a_whole_field(made: Reconciliation, clerk: Viewer, now: datetime):
    one = made.differences.get(figure="solved_late")
    actions.give_reason(one, "Biểu chốt sớm", whole_field=True, by=clerk, at=now)
    assert {status for _gap, status in differing(made).values()} == {"reasoned"}


def test_without_a_reason_nothing_closes(made: Reconciliation, clerk: Viewer, now: datetime):
    one = made.differences.get(figure="solved_late")
    with pytest.raises(refusals.ReasonMissing):
        actions.give_reason(one, " \n ", by=clerk, at=now)


def test_what_agrees_takes_no_reason(made: Reconciliation, clerk: Viewer, now: datetime):
    made.differences.update(status="settled")
    with pytest.raises(shared.WrongMove):
        actions.give_reason(made.differences.get(figure="solved_late"), "Vì sao", by=clerk, at=now)


def test_an_explained_difference_that_moves_is_open_again(made: Reconciliation, clerk: Viewer, now: datetime):
    one = made.differences.get(figure="solved_late")
    actions.give_reason(one, "Biểu chốt sớm", whole_field=True, by=clerk, at=now)
    again(made, clerk)
    assert {status for _gap, status in differing(made).values()} == {"reasoned"}
    Dossier.objects.filter(outcome_now="early", field="Hộ tịch").update(outcome_now="late")
    again(made, clerk)
    one.refresh_from_db()
    assert (one.status, one.reason, one.settled_by) == ("open", "", None)


# Who may


def test_those_who_may_not_are_refused(
    form: Import, ward: Ward, view: Callable[[Official], Viewer], now: datetime
):
    for official in (ward.specialist, ward.chairman, ward.auditor):
        with pytest.raises(shared.NotAllowed):
            actions.reconcile(form, by=view(official), at=now)
    assert actions.reconcile(form, by=view(ward.secretary), at=now)


def test_a_file_that_holds_no_totals_is_refused(desk: Desk, clerk: Viewer, now: datetime):
    held = desk.committed(LIST)
    with pytest.raises(refusals.NoTotals):
        actions.reconcile(held, by=clerk, at=now)


def test_a_form_of_unknown_days_is_refused(form: Import, clerk: Viewer, now: datetime):
    Import.objects.filter(pk=form.pk).update(covers_start=None, covers_end=None)
    form.refresh_from_db()
    with pytest.raises(refusals.PeriodUnsaid):
        actions.reconcile(form, by=clerk, at=now)


def test_another_ward_reaches_none_of_it(
    made: Reconciliation, form: Import, other_ward: Ward, client: Client, sign_in: SignIn, view, now: datetime
):
    stranger = sign_in(client, other_ward.clerk)
    one = made.differences.first()
    assert one is not None
    assert stranger.get(f"{URL}{made.uid}/").status_code == 404
    assert stranger.get(f"{URL}{made.uid}/doi-chieu.xlsx").status_code == 404
    assert stranger.post(f"{URL}{made.uid}/lai/").status_code == 404
    assert stranger.post(f"{URL}ly-do/{one.uid}/", {"reason": "x"}).status_code == 404
    assert stranger.post(f"{URL}bat-dau/", {"bieu": str(form.uid)}).status_code == 404
    assert "Chưa đối chiếu biểu nào" in open_page(stranger, URL).text
    with pytest.raises(shared.NotFound):
        actions.reconcile(form, by=view(other_ward.clerk), at=now)


# How cells are compared


def rows(**figures: int) -> list[FormRow]:
    return [FormRow("Hộ tịch", figures)]


def cells(viewer: Viewer, given: list[FormRow], period: Period = YEAR) -> dict[str, tuple[int, int]]:
    found = compare(viewer, period, given, on=date(2022, 1, 10))
    return {f"{cell.field} {cell.figure}": (cell.ours, cell.theirs) for cell in found.differing}


def test_names_of_fields_are_matched_without_marks_and_capitals(ward: Ward, clerk: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), field="HỘ TỊCH")
    assert cells(clerk, rows(received=1)) == {}


def test_a_field_of_one_side_only_is_listed_and_compared_with_nought(ward: Ward, clerk: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), field="Đất đai")
    found = compare(clerk, YEAR, rows(received=2, solved=0), on=date(2022, 1, 10))
    assert (found.only_theirs, found.only_ours) == (("Hộ tịch",), ("Đất đai",))
    assert {(cell.field, cell.figure, cell.ours, cell.theirs) for cell in found.differing} == {
        ("Hộ tịch", "received", 0, 2), ("Đất đai", "received", 1, 0),
    }  # fmt: skip


def test_figures_that_the_form_leaves_out_are_not_compared(ward: Ward, clerk: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    assert cells(clerk, rows(received=1)) == {}


def test_forms_are_compared_by_the_promise_the_source_shows_now(ward: Ward, clerk: Viewer):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 4), settled_on=date(2021, 3, 9),
        promised_on=date(2021, 3, 9), outcome_now="on_time",
    )  # fmt: skip
    assert cells(clerk, rows(solved=1, solved_on_time=1, solved_late=0)) == {}


def test_dossiers_taken_in_for_others_are_not_compared(ward: Ward, clerk: Viewer):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), elsewhere=True, field="Đất đai")
    assert compare(clerk, YEAR, [], on=date(2022, 1, 10)).only_ours == ()


@pytest.mark.parametrize(
    ("figures", "holds"),
    [
        ({"received": 12, "received_online": 4, "received_direct": 6, "carried": 2}, True),
        ({"received": 10, "received_online": 4, "received_direct": 6, "carried": 2}, False),
        ({"received": 10, "received_online": 4, "received_direct": 6, "carried": 0}, False),
        ({"received": 12, "carried": 2}, False),
    ],
)
def test_whether_the_total_holds_what_was_carried_over_is_told_by_its_own_sums(
    figures: dict[str, int], holds: bool
):
    assert counts_carried(rows(**figures)) is holds


def test_a_total_with_what_was_carried_over_is_compared_with_both(ward: Ward, clerk: Viewer):
    make_dossier(ward.unit, "H-1", received_on=date(2021, 3, 1), channel="online")
    make_dossier(ward.unit, "H-2", received_on=date(2020, 12, 1))
    form = rows(received=2, received_online=1, received_direct=0, carried=1)
    assert cells(clerk, form) == {}


# The pages


def test_a_form_waiting_is_offered_and_compared(form: Import, browser: Client):
    page = open_page(browser, URL)
    assert page.form("/bat-dau/").send(browser).status_code == 302
    done = open_page(browser, URL)
    assert "2 số khác nhau chưa rõ vì sao" in done.text
    assert "Biểu đã nhập, chưa đối chiếu" not in done.text


def test_an_empty_page_teaches(browser: Client):
    assert "Nhập biểu II.06a/VPCP/KSTT" in open_page(browser, URL).text


def test_a_reason_is_given_on_the_page(made: Reconciliation, browser: Client):
    one = made.differences.get(figure="solved_late")
    page = open_page(browser, f"{URL}{made.uid}/")
    refused = examine(page.form(f"/ly-do/{one.uid}/").send(browser, reason=""), status=422)
    assert "Chưa ghi lý do" in refused.notice
    assert (
        page.form(f"/ly-do/{one.uid}/").send(browser, reason="Biểu chốt sớm", whole_field="1").status_code
        == 302
    )
    after = open_page(browser, f"{URL}{made.uid}/")
    assert "Biểu chốt sớm" in after.text
    assert "Mọi số khác nhau đã rõ" in open_page(browser, URL).text


def test_both_grades_are_named_and_never_summed(made: Reconciliation, browser: Client):
    page = open_page(browser, f"{URL}{made.uid}/")
    assert "C lấy từ biểu tổng hợp" in page.text
    assert "B đếm từ tệp nhập" in page.text


def test_those_who_may_not_are_offered_nothing(
    made: Reconciliation, client: Client, ward: Ward, sign_in: SignIn
):
    page = open_page(sign_in(client, ward.specialist), f"{URL}{made.uid}/")
    assert not [form for form in page.forms if "doi-chieu" in form.action]
    assert client.post(f"{URL}{made.uid}/lai/").status_code == 403


def test_the_page_says_when_figures_moved_since(made: Reconciliation, browser: Client):
    assert "Số liệu đã đổi" not in open_page(browser, f"{URL}{made.uid}/").notice
    Dossier.objects.filter(outcome_now="late").update(outcome_now="on_time")
    page = open_page(browser, f"{URL}{made.uid}/")
    assert "Số liệu đã đổi từ lần đối chiếu trước" in page.notice
    assert page.form("/lai/").send(browser).status_code == 302


def test_excel_holds_every_cell(made: Reconciliation, browser: Client):
    [sheet] = read_sheet(browser.get(f"{URL}{made.uid}/doi-chieu.xlsx").content, name="doi-chieu.xlsx")
    texts = [[cell.text for cell in row] for row in sheet.rows]
    late = next(row for row in texts if row[:2] == ["Hộ tịch", "đã giải quyết, quá hạn"])
    assert (late[4], late[5]) == ("-1", "chưa rõ")
    assert any(row[5] == "khớp" for row in texts)


@pytest.mark.parametrize("junk", ["", "khong-phai-uid", "00000000-0000-7000-8000-000000000000"])
def test_junk_finds_no_form(browser: Client, junk: str):
    assert browser.post(f"{URL}bat-dau/", {"bieu": junk}).status_code == 404


def test_acts_are_only_done_by_sending_a_form(made: Reconciliation, browser: Client):
    one = made.differences.first()
    assert one is not None
    for address in ("bat-dau/", f"{made.uid}/lai/", f"ly-do/{one.uid}/"):
        assert browser.get(f"{URL}{address}").status_code == 405


def test_the_page_takes_a_handful_of_statements(
    made: Reconciliation,
    browser: Client,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
):
    browser.get(URL)
    with django_assert_max_num_queries(14):
        browser.get(URL)
    with django_assert_max_num_queries(16):
        browser.get(f"{URL}{made.uid}/")


def test_status_words_of_a_difference_are_those_of_its_lifecycle():
    from chuan.rules.lifecycles import DIFFERENCE

    assert {name: status.label for name, status in DIFFERENCE.statuses.items()} == {
        value: str(label) for value, label in Difference.Status.choices
    }
