"""What posts ask for, the papers that show it, and what the pages and prints say of both."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.people.models import Appointment, Post
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Detail
from chuan.workforce import refusals
from chuan.workforce import refusals_competence as own
from chuan.workforce.actions.competence import Named, Shown, ask, end_asking, show, void_evidence
from chuan.workforce.competence.judging import Standing
from chuan.workforce.competence.matrix import matrix, of_official
from chuan.workforce.competence.printing import competence_paper, competence_sheet
from chuan.workforce.models import Evidence, Qualification, Requirement
from tests.examine import open_page
from tests.people import PAPER, START
from tests.workforce import made

ON = date(2021, 10, 5)
DEGREE = Named("Đại học ngành luật", "education")
COURSE = Named("Bồi dưỡng nghiệp vụ một cửa", "training", 24)


@pytest.fixture
def keeper(ward):
    return ward.viewer(made.personnel_clerk(ward))


@pytest.fixture
def post(ward):
    return Post.objects.get(unit=ward.unit, title="Tư pháp – hộ tịch")


def asked(post, by, named=DEGREE, **more):
    given = {"must": True, "since": START, "citation": "Bản mô tả vị trí việc làm"} | more
    return ask(post, named, **given, by=by, at=timezone.now())


def shown(official, requirement, by, since=date(2020, 3, 1), **more):
    given = {"paper": "Bằng số 12, ngày 01/3/2020"} | more
    return show(
        official, requirement.qualification, Shown(held_from=since, **given), by=by, at=timezone.now()
    )


def test_a_post_asks_and_its_holder_lacks_it_until_a_paper_is_shown(ward, keeper, post):
    requirement = asked(post, keeper)
    told = matrix(ward.unit, ON)
    assert [(one.official, one.judged.standing) for one in told.gaps] == [(ward.one_stop, Standing.MISSING)]
    shown(ward.one_stop, requirement, keeper)
    told = matrix(ward.unit, ON)
    assert not told.gaps
    assert [one.judged.standing for one in told.cells] == [Standing.MET]
    assert "Văn hóa – xã hội" in [one.title for one in told.silent]


def test_a_paper_of_what_is_to_be_renewed_ends_by_itself_and_stands_in_its_owners_work(ward, keeper, post):
    requirement = asked(post, keeper, COURSE)
    first = shown(ward.one_stop, requirement, keeper, since=date(2019, 9, 20))
    assert first.valid_to == date(2021, 9, 20)
    assert of_official(ward.one_stop, ON)[0].judged.standing is Standing.EXPIRED
    clock = Clock.objects.running().get(kind="renew")
    assert (clock.owner_official, clock.lawful_due_on) == (ward.one_stop, date(2021, 7, 22))
    second = shown(ward.one_stop, requirement, keeper, since=date(2021, 9, 30))
    clock = Clock.objects.running().get(kind="renew")
    assert clock.subject_uid == second.uid
    void_evidence(second, "ghi nhầm người", by=keeper, at=timezone.now())
    assert Clock.objects.running().get(kind="renew").subject_uid == first.uid


def test_the_last_day_on_the_paper_is_kept_as_it_stands(ward, keeper, post):
    row = shown(
        ward.one_stop, asked(post, keeper, COURSE), keeper, since=date(2021, 1, 1), valid_to=date(2021, 3, 1)
    )
    assert row.last == date(2021, 2, 28)


def test_what_is_wished_for_is_no_gap(ward, keeper, post):
    asked(post, keeper, must=False)
    told = matrix(ward.unit, ON)
    assert [one.is_gap for one in told.cells] == [False]
    assert not told.gaps


def test_of_two_posts_the_stricter_one_counts(ward, keeper, post):
    second = Post.objects.create(unit=ward.unit, code="kiem", title="Kiêm nhiệm")
    Appointment.objects.create(official=ward.one_stop, post=second, valid_from=START, citation=PAPER)
    asked(post, keeper, must=False)
    asked(second, keeper, must=True)
    assert [one.is_gap for one in of_official(ward.one_stop, ON)] == [True]


def test_what_is_asked_no_more_stays_asked_of_earlier_days(ward, keeper, post):
    row = asked(post, keeper)
    end_asking(row, date(2021, 10, 1), "Bản mô tả mới", by=keeper, at=timezone.now())
    assert not matrix(ward.unit, ON).cells
    assert matrix(ward.unit, date(2021, 9, 30)).cells
    assert asked(post, keeper, since=date(2021, 11, 1)).qualification == row.qualification


def test_only_who_keeps_the_records_changes_them_and_only_of_his_ward(ward, other_ward, keeper, post):
    row = asked(post, keeper)
    with pytest.raises(NotAllowed):
        asked(post, ward.viewer(ward.secretary), COURSE)
    with pytest.raises(NotAllowed):
        shown(ward.auditor, row, ward.viewer(ward.auditor))
    head = other_ward.viewer(other_ward.chairman)
    for change in (
        lambda: asked(post, head, COURSE),
        lambda: shown(ward.one_stop, row, head),
        lambda: end_asking(row, ON, "x", by=head, at=timezone.now()),
        lambda: void_evidence(shown(ward.one_stop, row, keeper), "x", by=head, at=timezone.now()),
    ):
        with pytest.raises(NotFound):
            change()


def test_bad_input_is_told_in_words(ward, keeper, post):
    row = asked(post, keeper)
    for wrong, change in (
        (own.AskedAlready, lambda: asked(post, keeper)),
        (own.NameMissing, lambda: asked(post, keeper, Named("  ", "skill"))),
        (refusals.PaperMissing, lambda: asked(post, keeper, COURSE, citation=" ")),
        (own.EndsBeforeItBegins, lambda: end_asking(row, START, "x", by=keeper, at=timezone.now())),
        (own.NotYet, lambda: shown(ward.one_stop, row, keeper, since=date(2100, 1, 1))),
        (own.EndsBeforeItBegins, lambda: shown(ward.one_stop, row, keeper, valid_to=date(2020, 3, 1))),
        (refusals.PaperMissing, lambda: shown(ward.one_stop, row, keeper, paper="")),
    ):
        with pytest.raises(wrong):
            change()
    assert not Evidence.objects.exists()
    assert Requirement.objects.count() == Qualification.objects.count() == 1


def test_who_audits_sees_everybodys_papers_and_others_their_own(ward, keeper, post):
    row = asked(post, keeper)
    shown(ward.one_stop, row, keeper)
    seen = {
        one.name: Evidence.objects.seen_by(ward.viewer(one)).count()
        for one in (ward.one_stop, ward.chairman, ward.auditor, ward.secretary, ward.clerk, ward.specialist)
    }
    assert list(seen.values()) == [1, 1, 1, 1, 0, 0]


def test_the_trail_does_not_hold_what_the_paper_says(ward, keeper, post):
    shown(ward.one_stop, asked(post, keeper), keeper, paper="Bằng loại trung bình số 99")
    assert "trung bình" not in "".join(Detail.objects.values_list("body", flat=True))


def test_the_matrix_is_told_in_few_statements(ward, keeper, post, django_assert_max_num_queries):
    for n in range(8):
        row = asked(post, keeper, Named(f"Yêu cầu {n}", "skill"))
        shown(made.joined(ward, f"Người {n}", since=START, post=post.code), row, keeper)
    with django_assert_max_num_queries(6):
        assert len(matrix(ward.unit, ON).cells) == 8 * 9


def test_the_print_names_what_is_missing_and_what_was_never_judged(ward, keeper, post):
    asked(post, keeper)
    paper = competence_paper(ward.unit, ON, name="Tạ Nội Vụ")
    told = repr(paper.body)
    for words in (
        "7.2",
        "7.3",
        "Đại học ngành luật",
        "chưa có minh chứng",
        "không coi là đạt",
        "Chưa lập kế hoạch",
    ):
        assert words in told
    assert competence_sheet(ward.unit, ON)[:2] == b"PK"


def test_the_register_is_kept_on_the_pages(ward, keeper, post, client, sign_in):
    sign_in(client, keeper.official)
    assert "Chưa ghi yêu cầu" in open_page(client, "/nhan-su/nang-luc/").text
    typed = {
        "post": str(post.uid), "name": "Đại học ngành luật", "kind": "education", "must": "1", "renew": "",
        "since": "1/1/2020", "citation": "",
    }  # fmt: skip
    refused = client.post("/nhan-su/nang-luc/yeu-cau/ghi/", typed)
    assert refused.status_code == 422
    assert "Đại học ngành luật" in refused.content.decode()
    assert client.post("/nhan-su/nang-luc/yeu-cau/ghi/", typed | {"citation": "Đề án"}).status_code == 302
    page = open_page(client, "/nhan-su/nang-luc/")
    assert "chưa có minh chứng" in page.text
    person = f"/nhan-su/nang-luc/nguoi/{ward.one_stop.uid}/"
    form = open_page(client, open_page(client, person).link("Ghi minh chứng Đại học ngành luật")).form()
    form.send(client, paper="Bằng số 12", held_from="1/3/2020", last="", place="Tủ 2")
    assert "Bằng số 12" in open_page(client, person).text
    assert "lưu tại Tủ 2" in open_page(client, person).text
    row = Evidence.objects.get()
    open_page(client, f"/nhan-su/nang-luc/minh-chung/{row.uid}/bo/").form().send(client, reason="nhầm")
    assert "đã bỏ: nhầm" in open_page(client, person).text
    requirement = Requirement.objects.get()
    open_page(client, "/nhan-su/nang-luc/yeu-cau/")
    end = open_page(client, f"/nhan-su/nang-luc/yeu-cau/{requirement.uid}/thoi/").form()
    end.send(client, until="1/1/2021", citation="Đề án mới")
    requirement.refresh_from_db()
    assert requirement.valid_to == date(2021, 1, 1)
    assert client.get("/nhan-su/nang-luc/nang-luc.pdf").content[:5] == b"%PDF-"
    assert client.get("/nhan-su/nang-luc/nang-luc.xlsx").content[:2] == b"PK"


def test_an_official_opens_his_own_page_and_nobody_elses(ward, other_ward, keeper, post, client, sign_in):
    asked(post, keeper)
    sign_in(client, ward.specialist)
    assert client.get("/nhan-su/nang-luc/").headers["Location"] == "/nhan-su/nang-luc/cua-toi/"
    assert "tất cả những gì đang ghi" in open_page(client, "/nhan-su/nang-luc/cua-toi/").text
    assert client.get(f"/nhan-su/nang-luc/nguoi/{ward.one_stop.uid}/").status_code == 404
    assert client.get("/nhan-su/nang-luc/nang-luc.pdf").status_code == 404
    sign_in(client, other_ward.chairman)
    assert client.get(f"/nhan-su/nang-luc/nguoi/{ward.one_stop.uid}/").status_code == 404


def test_the_matrix_is_told_for_the_day_that_is_asked(ward, keeper, post, client, sign_in):
    row = asked(post, keeper, COURSE)
    shown(ward.one_stop, row, keeper, since=date(2019, 9, 20))
    sign_in(client, keeper.official)
    page = "/nhan-su/nang-luc/?ngay="
    assert "còn hạn đến hết ngày 19/09/2021" in open_page(client, f"{page}1/9/2021").text
    assert "hết hạn sau ngày 19/09/2021" in open_page(client, f"{page}20/9/2021").text
    assert "Đang tính đến hôm nay" in open_page(client, f"{page}45/13").text
