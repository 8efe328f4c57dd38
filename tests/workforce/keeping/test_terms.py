"""Words past their date go by a person's act, for persons named; what is not sure, open or one's own stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.people.models import Official
from chuan.people.trail_lines import lines_of
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Detail, Entry
from chuan.workforce import refusals
from chuan.workforce import refusals_keeping as own
from chuan.workforce.actions.keeping import blank_words, past_words, write_term
from chuan.workforce.keeping.kinds import KINDS, kind_of
from chuan.workforce.models import Absence, Assessment, AssessmentWords, Candidate, TitleFact, TitleRound
from tests.examine import open_page
from tests.workforce.keeping import made
from tests.workforce.made import personnel_clerk

PAPER, WHY = "Biên bản xét hủy 3/BB-UBND ngày 20/11/2026", "Hết thời hạn theo bảng của đơn vị"
WORDS, AWAY, FACTS = kind_of("assessment"), kind_of("absence"), kind_of("title_fact")


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward), on=timezone.localdate())


def set_terms(by, years: int = 5):
    for kind in (WORDS, AWAY, FACTS):
        write_term(kind, years, since=date(2020, 1, 1), citation="Bảng 9/QĐ-UBND", by=by, at=timezone.now())


def blank(kind, officials, by, **more):
    given = {"citation": PAPER, "reason": WHY} | more
    return blank_words(kind, officials, **given, by=by, at=timezone.now())


def test_words_go_and_days_results_and_decisions_stay(ward, keeper):
    one, absence, fact = (
        made.ranked(ward, ward.clerk),
        made.away(ward, ward.clerk),
        made.considered(ward, ward.clerk),
    )
    set_terms(keeper)
    assert [blank(kind, [ward.clerk], keeper) for kind in (WORDS, AWAY, FACTS)] == [2, 1, 2]
    words = AssessmentWords.objects.all()
    assert {(row.text, row.form, bool(row.purged_at)) for row in words} == {("", "", True)}
    kept = Assessment.objects.get(pk=one.pk)
    assert (kept.decided_level, kept.decision, kept.events.count()) == ("good", "12/QĐ-UBND", 2)
    absence.refresh_from_db()
    assert (absence.kind, absence.citation, absence.why) == ("", "", "đã xóa theo thời hạn lưu")
    assert absence.valid_from == date(2015, 6, 1)
    fact.refresh_from_db()
    assert (fact.value, fact.document) == ("reprimand", "")
    assert "đã xóa" in fact.paper
    assert Candidate.objects.get().why_void == ""


def test_the_trail_names_persons_paper_and_reason_and_none_of_the_words(ward, keeper):
    made.away(ward, ward.clerk)
    set_terms(keeper)
    blank(AWAY, [ward.clerk], keeper)
    body = Detail.objects.get(entry=Entry.objects.get(verb="staff_words.blank")).body
    assert all(part in body for part in (str(ward.clerk.uid), PAPER, WHY, '"count":1'))
    assert "sick" not in body
    assert "ra viện" not in body


def test_the_page_of_the_trail_says_whose_by_name(ward, keeper):
    for one in (ward.clerk, ward.specialist):
        made.away(ward, one)
    set_terms(keeper)
    blank(AWAY, [ward.clerk, ward.specialist], keeper)
    (line,) = lines_of([Entry.objects.get(verb="staff_words.blank")], keeper)
    (told,) = [value for name, value in line.parts if name == "Cán bộ"]
    assert {ward.clerk.name, ward.specialist.name} == set(told.split(", "))


def test_nothing_goes_without_a_term_that_is_sure(ward, keeper):
    made.away(ward, ward.clerk)
    with pytest.raises(own.TermNotSure):
        blank(AWAY, [ward.clerk], keeper)
    with pytest.raises(own.NothingToBlank):
        blank(KINDS["sang-kien"], [ward.clerk], keeper)
    assert Absence.objects.get().kind == "sick"


def test_only_persons_named_and_only_rows_past_their_date(ward, keeper):
    old, _other = made.away(ward, ward.clerk), made.away(ward, ward.specialist)
    young = made.away(ward, ward.clerk, year=timezone.localdate().year - 5)
    set_terms(keeper)
    assert blank(AWAY, [ward.clerk], keeper) == 1
    left = set(Absence.objects.filter(purged_at=None).values_list("official_id", "valid_from__year"))
    assert left == {(ward.specialist.pk, 2015), (ward.clerk.pk, young.valid_from.year)}
    assert Absence.objects.get(pk=old.pk).purged_at
    with pytest.raises(own.NothingPast):
        blank(AWAY, [ward.clerk], keeper)


def test_an_open_appeal_an_open_round_and_ones_own_hold_what_is_past_its_date(ward, keeper):
    made.ranked(ward, ward.clerk)
    made.ranked(ward, ward.specialist, 2020, status="appealed")
    made.ranked(ward, ward.chairman, 2014, state="open")
    made.away(ward, ward.specialist)
    made.away(ward, ward.auditor, 2014)
    made.away(ward, keeper.official)
    set_terms(keeper)
    at = timezone.now()
    held = {one.official: one.held for kind in (WORDS, AWAY) for one in past_words(kind, keeper, at)}
    assert held == {
        ward.clerk.pk: None, ward.specialist.pk: "appeal_open", ward.chairman.pk: "round_open",
        ward.auditor.pk: "round_open", keeper.official.pk: "own",
    }  # fmt: skip
    everybody = list(Official.objects.all())
    assert (blank(WORDS, everybody, keeper), AssessmentWords.objects.filter(purged_at=None).count()) == (2, 4)
    with pytest.raises(own.NothingPast):
        blank(AWAY, everybody, keeper)


def test_a_year_of_titles_that_is_not_concluded_holds_its_facts(ward, keeper):
    made.considered(ward, ward.clerk, concluded=False)
    set_terms(keeper)
    with pytest.raises(own.NothingPast):
        blank(FACTS, [ward.clerk], keeper)
    TitleRound.objects.update(concluded_at=timezone.now())
    with pytest.raises(own.NothingPast):  # the work of the year ended today
        blank(FACTS, [ward.clerk], keeper)
    assert TitleFact.objects.get().document


def test_bad_input_and_others_are_refused(ward, other_ward, keeper):
    made.away(ward, ward.clerk)
    with pytest.raises(refusals.PaperMissing):
        write_term(AWAY, 5, since=date(2020, 1, 1), citation=" ", by=keeper, at=timezone.now())
    with pytest.raises(own.TermImpossible):
        write_term(AWAY, 0, since=date(2020, 1, 1), citation="x", by=keeper, at=timezone.now())
    set_terms(keeper)
    with pytest.raises(own.TermStands):
        set_terms(keeper)
    with pytest.raises(refusals.ReasonMissing):
        blank(AWAY, [ward.clerk], keeper, reason=" ")
    with pytest.raises(refusals.PaperMissing):
        blank(AWAY, [ward.clerk], keeper, citation="")
    for viewer in (ward.viewer(ward.auditor), ward.viewer(ward.administrator)):
        with pytest.raises(NotAllowed):
            blank(AWAY, [ward.clerk], viewer)
    theirs = other_ward.viewer(other_ward.chairman, on=timezone.localdate())
    set_terms(theirs)
    with pytest.raises(own.NothingPast):
        blank(AWAY, [ward.clerk], theirs)


def test_terms_are_written_and_words_blanked_on_the_pages(
    ward, keeper, client, sign_in, django_assert_max_num_queries
):
    made.away(ward, ward.clerk)
    sign_in(client, keeper.official)
    assert "chưa biết" in open_page(client, "/nhan-su/thoi-han-luu/").text
    typed = {"years": "120", "since": "1/1/2020", "citation": "Bảng thời hạn 9/QĐ-UBND"}
    refused = client.post("/nhan-su/thoi-han-luu/vi-sao-vang/", typed)
    assert refused.status_code == 422
    assert "Bảng thời hạn 9/QĐ-UBND" in refused.content.decode()
    assert client.post("/nhan-su/thoi-han-luu/vi-sao-vang/", typed | {"years": "5"}).status_code == 302
    with django_assert_max_num_queries(40):
        page = open_page(client, "/nhan-su/thoi-han-luu/")
    assert "quá hạn, xóa được: 1" in page.text
    assert f"{ward.clerk.name}: 1 dòng" in open_page(client, "/nhan-su/thoi-han-luu/vi-sao-vang/xoa/").text
    given = {"people": [str(ward.clerk.uid)], "citation": PAPER, "reason": ""}
    assert client.post("/nhan-su/thoi-han-luu/vi-sao-vang/xoa/", given).status_code == 422
    assert client.post("/nhan-su/thoi-han-luu/vi-sao-vang/xoa/", given | {"reason": WHY}).status_code == 302
    assert "đã xóa theo thời hạn lưu" in open_page(client, "/nhan-su/vang-mat/").text
    sign_in(client, ward.clerk)
    assert "Quá hạn thì xóa" in open_page(client, "/nhan-su/thoi-han-luu/").text
    assert client.get("/nhan-su/thoi-han-luu/vi-sao-vang/xoa/").status_code == 403
