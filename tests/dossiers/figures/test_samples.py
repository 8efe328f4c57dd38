"""Kiểm tra quy trình: a seeded sample, checked on a form by somebody other than the handler."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.actions import samples as actions
from chuan.dossiers.models import Sample, SampleItem
from chuan.dossiers.reports.samples import picture_of
from chuan.law.dossier_checks import items_on
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals as shared
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.dossiers.made import make_dossier
from tests.examine import Page, examine, open_page
from tests.people import Ward

URL = "/ho-so/so-lieu/kiem-tra/"
YEAR = Period.year(2021)
KEYS = [item.key for item in items_on(date(2021, 3, 1))]
SignIn = Callable[[Client, Official], Client]
View = Callable[[Official], Viewer]


@pytest.fixture
def solved(ward: Ward) -> None:
    """Twelve dossiers of the one-stop clerk, solved in March 2021."""
    for n in range(12):
        make_dossier(
            ward.unit,
            f"H-{n:02d}",
            received_on=date(2021, 3, 1),
            settled_on=date(2021, 3, 5),
            handler=ward.one_stop,
        )


@pytest.fixture
def sample(solved: None, clerk: Viewer, now: datetime) -> Sample:
    return actions.draw(YEAR, 3, 42, by=clerk, at=now)


@pytest.fixture
def item(sample: Sample) -> SampleItem:
    return picture_of(sample).items[0]


def answered(**other: str) -> dict[str, str]:
    return dict.fromkeys(KEYS, actions.YES) | other


def codes(sample: Sample) -> list[str]:
    return [item.dossier.code for item in picture_of(sample).items]


def check(item: SampleItem, by: Viewer, answers: dict[str, str] | None = None, **more: str) -> SampleItem:
    return actions.check(item, answered() if answers is None else answers, by=by, at=timezone.now(), **more)


# Drawing


def test_the_same_seed_draws_the_same_sample(sample: Sample, ward: Ward, clerk: Viewer, now: datetime):
    first = codes(sample)
    SampleItem.objects.all().delete()
    sample.delete()
    assert codes(actions.draw(YEAR, 3, 42, by=clerk, at=now)) == first
    assert codes(actions.draw(YEAR, 3, 43, by=clerk, at=now)) != first


def test_what_was_drawn_from_is_told(sample: Sample):
    assert (sample.size, sample.drawn_from, sample.seed) == (3, 12, 42)
    entry = Entry.objects.get(verb="sample.draw")
    assert entry.subject_uid == sample.uid


def test_without_a_seed_one_is_chosen_and_kept(solved: None, clerk: Viewer, now: datetime):
    made = actions.draw(YEAR, 3, None, by=clerk, at=now)
    assert 0 <= made.seed < 1_000_000


def test_only_dossiers_solved_here_in_the_period_are_drawn(ward: Ward, clerk: Viewer, now: datetime):
    day = date(2021, 3, 5)
    make_dossier(ward.unit, "IN", received_on=date(2021, 3, 1), settled_on=day)
    make_dossier(ward.unit, "RUNNING", received_on=date(2021, 3, 1))
    make_dossier(ward.unit, "ELSEWHERE", received_on=date(2021, 3, 1), settled_on=day, elsewhere=True)
    make_dossier(ward.unit, "WITHDRAWN", received_on=date(2021, 3, 1), settled_on=day, status="withdrawn")
    make_dossier(ward.unit, "GONE", received_on=date(2021, 3, 1), settled_on=day, present=False)
    make_dossier(ward.unit, "NEXT", received_on=date(2021, 12, 30), settled_on=date(2022, 1, 4))
    assert codes(actions.draw(YEAR, 30, 1, by=clerk, at=now)) == ["IN"]


@pytest.mark.parametrize(
    ("size", "seed", "refusal"),
    [
        (0, 1, refusals.SampleSize), (501, 1, refusals.SampleSize), (3, -1, refusals.SeedOutOfRange),
        (3, 2**31, refusals.SeedOutOfRange), (3, 42, refusals.SampleDrawn),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(
    sample: Sample, clerk: Viewer, now: datetime, size: int, seed: int, refusal
):
    with pytest.raises(refusal):
        actions.draw(YEAR, size, seed, by=clerk, at=now)


def test_a_period_without_solved_dossiers_is_refused(solved: None, clerk: Viewer, now: datetime):
    with pytest.raises(refusals.NothingSolved):
        actions.draw(Period.year(2019), 3, 1, by=clerk, at=now)


def test_who_may_draw(solved: None, ward: Ward, view: View, now: datetime):
    for official in (ward.specialist, ward.auditor, ward.administrator):
        with pytest.raises(shared.NotAllowed):
            actions.draw(YEAR, 3, 1, by=view(official), at=now)
    for n, official in enumerate((ward.one_stop, ward.clerk, ward.secretary)):
        assert actions.draw(YEAR, 3, n, by=view(official), at=now)


# Checking


def test_done_by_the_book(item: SampleItem, clerk: Viewer):
    made = check(item, clerk)
    assert (made.verdict, made.version, made.faults, made.reason) == ("by_the_book", 2, "", "")
    assert made.checked_by == clerk.official


def test_one_answer_no_is_a_fault_in_words(item: SampleItem, clerk: Viewer):
    with pytest.raises(refusals.FaultsUnsaid):
        check(item, clerk, answered(receipt=actions.NO), faults="  ")
    made = check(item, clerk, answered(receipt=actions.NO), faults="Không có giấy hẹn")
    assert (made.verdict, made.faults) == ("faulty", "Không có giấy hẹn")


def test_the_handler_checks_no_own_dossier(item: SampleItem, ward: Ward, view: View):
    with pytest.raises(refusals.OwnDossier):
        check(item, view(ward.one_stop))


def test_nor_does_whoever_bears_the_name_the_source_wrote(ward: Ward, clerk: Viewer, now: datetime):
    make_dossier(
        ward.unit,
        received_on=date(2021, 3, 1),
        settled_on=date(2021, 3, 5),
        handler_name="TRẦN THỊ VĂN PHÒNG",
    )
    made = actions.draw(YEAR, 3, 1, by=clerk, at=now)
    with pytest.raises(refusals.OwnDossier):
        check(picture_of(made).items[0], clerk)


def test_any_other_official_may(item: SampleItem, ward: Ward, view: View):
    assert check(item, view(ward.specialist)).verdict == "by_the_book"


def test_another_ward_may_not(item: SampleItem, other_ward: Ward, view: View):
    with pytest.raises(shared.NotFound):
        check(item, view(other_ward.clerk))


def test_unanswered_questions_are_named_by_number(item: SampleItem, clerk: Viewer):
    answers = answered()
    del answers[KEYS[0]], answers[KEYS[4]]
    with pytest.raises(refusals.AnswersMissing) as refused:
        check(item, clerk, answers)
    assert "1, 5" in refused.value.sentence
    with pytest.raises(refusals.AnswersMissing):
        check(item, clerk, answered(receipt="maybe"))


def test_a_form_on_which_nothing_applies_checks_nothing(item: SampleItem, clerk: Viewer):
    with pytest.raises(refusals.NothingApplies):
        check(item, clerk, dict.fromkeys(KEYS, actions.NONE))


def test_a_mended_check_is_a_further_version_with_its_reason(
    item: SampleItem, clerk: Viewer, ward: Ward, view: View
):
    first = check(item, clerk)
    with pytest.raises(refusals.ReasonMissing):
        check(first, clerk, answered(kept=actions.NO), faults="Thiếu phiếu")
    second = check(
        first, view(ward.secretary), answered(kept=actions.NO), faults="Thiếu phiếu", reason="Xem lại kho"
    )
    assert (second.version, second.reason) == (3, "Xem lại kho")
    first.refresh_from_db()
    assert first.verdict == "by_the_book"
    assert [one.verdict for one in picture_of(item.sample).items] == ["faulty", "", ""]
    assert Entry.objects.order_by("-pk").values_list("verb", flat=True)[0] == "sample.mend"


def test_two_people_do_not_check_over_each_other(item: SampleItem, clerk: Viewer, ward: Ward, view: View):
    check(item, clerk)
    with pytest.raises(refusals.CheckedMeanwhile):
        check(item, view(ward.secretary))


def test_the_sum_is_said_of_checked_dossiers_only(sample: Sample, clerk: Viewer):
    assert picture_of(sample).words == "chưa kiểm tra hồ sơ nào trong 3 hồ sơ của mẫu"
    one, two, three = picture_of(sample).items
    check(one, clerk)
    check(two, clerk, answered(kept=actions.NO), faults="Thiếu phiếu")
    assert picture_of(sample).words == "đạt 1/2 hồ sơ kiểm tra, còn 1 hồ sơ của mẫu chưa kiểm tra"
    check(three, clerk)
    assert picture_of(sample).words == "đạt 2/3 hồ sơ kiểm tra"
    assert "%" not in picture_of(sample).words


# Pages


def pressed(page: Page, client: Client, **typed: str):
    form = next(form for form in page.forms if "/kiem-tra/ho-so/" in form.action)
    return form.send(client, **typed)


def filled(**other: str) -> dict[str, str]:
    return {f"cau-{key}": value for key, value in answered(**other).items()}


def test_a_sample_is_drawn_on_the_page(solved: None, browser: Client):
    page = open_page(browser, URL)
    assert "Chưa lấy mẫu nào" in page.text
    response = page.form("/kiem-tra/").send(browser, nam="2021", co_mau="5", so_gieo="7")
    assert response.status_code == 302
    drawn = open_page(browser, response["Location"])
    assert "5 hồ sơ lấy ngẫu nhiên trong 12 hồ sơ đã giải quyết, số gieo 7" in drawn.text
    assert len(drawn.find("//table//tbody/tr")) == 5
    again = examine(page.form("/kiem-tra/").send(browser, nam="2021", co_mau="5", so_gieo="7"), status=422)
    assert "đã có mẫu với số gieo 7" in again.notice


@pytest.mark.parametrize(
    "typed",
    [
        {"co_mau": ""},
        {"co_mau": "abc"},
        {"co_mau": "0"},
        {"co_mau": "2,5"},
        {"so_gieo": "-3"},
        {"so_gieo": "x"},
    ],
)
def test_bad_input_comes_back_with_a_sentence(solved: None, browser: Client, typed: dict[str, str]):
    page = open_page(browser, URL)
    back = examine(
        page.form("/kiem-tra/").send(browser, **({"nam": "2021", "co_mau": "5"} | typed)), status=422
    )
    assert back.notice
    assert not Sample.objects.exists()


def test_a_dossier_is_checked_on_the_page(item: SampleItem, browser: Client):
    page = open_page(browser, f"{URL}ho-so/{item.uid}/")
    assert "61/2018/NĐ-CP" in page.text
    assert "chưa kiểm chứng" in page.text
    back = examine(pressed(page, browser, **(filled() | {f"cau-{KEYS[2]}": "no"})), status=422)
    assert "Có câu không đạt mà chưa ghi sai sót" in back.notice
    assert back.find(f"//input[@name='cau-{KEYS[2]}' and @value='no' and @checked]")
    assert pressed(page, browser, **filled()).status_code == 302
    assert "Đạt 1/1 hồ sơ kiểm tra, còn 2" in open_page(browser, f"{URL}{item.sample.uid}/").text


def test_a_mended_check_asks_for_its_reason_on_the_page(item: SampleItem, browser: Client, clerk: Viewer):
    made = check(item, clerk)
    page = open_page(browser, f"{URL}ho-so/{item.uid}/")
    assert page.find("//input[@name='reason']")
    assert "Chưa ghi lý do" in examine(pressed(page, browser), status=422).notice
    assert pressed(page, browser, reason="Xem lại").status_code == 302
    assert SampleItem.objects.filter(dossier=made.dossier).count() == 3


def test_the_handler_reads_the_form_but_cannot_send_it(
    item: SampleItem, client: Client, ward: Ward, sign_in: SignIn
):
    handler = sign_in(client, ward.one_stop)
    page = open_page(handler, f"{URL}ho-so/{item.uid}/")
    assert "không tự kiểm tra được" in page.notice
    assert not page.find("//textarea[@name='faults']")
    refused = examine(handler.post(f"{URL}ho-so/{item.uid}/", filled()), status=422)
    assert "do chính bạn giải quyết" in refused.notice


def test_the_form_can_be_printed_blank_and_filled_in(item: SampleItem, browser: Client, clerk: Viewer):
    blank = open_page(browser, f"{URL}ho-so/{item.uid}/ban-in/")
    assert "Người kiểm tra (ký, ghi rõ họ tên)" in blank.text
    check(item, clerk)
    assert "Người kiểm tra: Trần Thị Văn Phòng" in open_page(browser, f"{URL}ho-so/{item.uid}/ban-in/").text


def test_another_ward_reaches_none_of_it_by_address(
    item: SampleItem, other_ward: Ward, client: Client, sign_in: SignIn
):
    stranger = sign_in(client, other_ward.clerk)
    for address in (f"{item.sample.uid}/", f"ho-so/{item.uid}/", f"ho-so/{item.uid}/ban-in/"):
        assert stranger.get(f"{URL}{address}").status_code == 404
    assert stranger.post(f"{URL}ho-so/{item.uid}/", filled()).status_code == 404
    assert "Chưa lấy mẫu nào" in open_page(stranger, URL).text


def test_those_who_may_not_draw_are_not_offered_it(
    sample: Sample, client: Client, ward: Ward, sign_in: SignIn
):
    page = open_page(sign_in(client, ward.specialist), URL)
    assert not [form for form in page.forms if form.method == "post" and "kiem-tra" in form.action]
    assert client.post(URL, {"nam": "2021", "co_mau": "3"}).status_code == 403


def test_pages_take_a_handful_of_statements(
    sample: Sample, browser: Client, django_assert_max_num_queries: Callable[[int], CaptureQueriesContext]
):
    item = picture_of(sample).items[0]
    browser.get(URL)
    for address, most in (("", 14), (f"{sample.uid}/", 14), (f"ho-so/{item.uid}/", 14)):
        with django_assert_max_num_queries(most):
            browser.get(f"{URL}{address}")
