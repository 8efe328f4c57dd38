"""A council's vote: quorum, ballots that add up by row, needed shares; and both shares of advanced workers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law.titles import title_law
from chuan.rules.law import Value
from chuan.rules.ranking import Discipline, Level
from chuan.rules.refusals.titles import CouncilMiscounted, CouncilTooFew, PeopleMiscounted, VotesWrong
from chuan.rules.titles import (
    Ballots,
    InPost,
    Met,
    PersonFacts,
    Title,
    council_vote,
    eligible,
    fighters_allowed,
    has_own_ballot,
    share_of_advanced,
)

LAW = title_law(date(2026, 6, 30)).values
WORKER, FIGHTER = Title.ADVANCED_WORKER, Title.EMULATION_FIGHTER
GOOD = PersonFacts(months=12, leave=3, discipline=Discipline.NONE, level=Level.GOOD, movement=True)


def changed(**values: str) -> dict[str, Value]:
    return {
        **LAW,
        **{f"council.{key}": replace(LAW[f"council.{key}"], value=one) for key, one in values.items()},
    }


@pytest.mark.parametrize(
    ("agreed", "passed"), [(7, False), (8, True), (9, True)]
)  # four fifths of nine members: 8
def test_the_needed_ballots_of_all_members(agreed: int, passed: bool):
    found = council_vote(9, 9, [Ballots("Chị A (minh họa)", agreed, 9 - agreed)], FIGHTER, LAW)[0]
    assert (found.needed, found.passed) == (8, passed)


def test_the_arithmetic_in_words():
    found = council_vote(9, 7, [Ballots("Anh B", 5, 1, 1)], WORKER, LAW)[0]
    assert found.sentence == "5 phiếu đồng ý trên tổng số 9 thành viên (55,55 %), cần từ 50 %, tức 5 phiếu."
    assert found.passed


@pytest.mark.parametrize(
    ("values", "base", "needed"),
    [
        ({"base": "present"}, 8, 4),
        ({"base": "present", "more_than": "yes"}, 8, 5),
        ({"more_than": "yes"}, 10, 6),
        ({}, 10, 5),
    ],
)
def test_the_base_and_the_share_are_values_of_the_unit(values: dict[str, str], base: int, needed: int):
    found = council_vote(10, 7, [Ballots("Anh B", 5, 3, absent=1)], WORKER, changed(**values))[0]
    assert (found.base, found.needed) == (base, needed)


def test_a_meeting_without_its_quorum_proposes_nobody():
    with pytest.raises(CouncilTooFew, match="Chỉ 5 trong 9 thành viên Hội đồng dự họp, cần ít nhất 6"):
        council_vote(9, 5, [], WORKER, LAW)
    assert council_vote(9, 6, [], WORKER, LAW) == ()


@pytest.mark.parametrize(("members", "present"), [(7, 8), (7, 0), (0, 0)])
def test_more_present_than_members_or_nobody_is_refused(members: int, present: int):
    with pytest.raises(CouncilMiscounted, match="thành viên"):
        council_vote(members, present, [], WORKER, LAW)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Ballots("C", 5, 1), "5 đồng ý + 1 không đồng ý + 0 không hợp lệ = 6, khác 7 phiếu phát ra."),
        (Ballots("C", 8, 0), "= 8, khác 7"),
        (Ballots("C", 8, -1), "không thể âm"),
        (Ballots("C", 7, 3, absent=3), "Ghi 3 phiếu gửi bằng văn bản mà chỉ 2 thành viên vắng."),
    ],
)
def test_a_row_that_does_not_add_up_refuses_all_and_says_why(row: Ballots, fault: str):
    with pytest.raises(VotesWrong) as refused:
        council_vote(9, 7, [Ballots("A", 7, 0), row], WORKER, LAW)
    assert [name for name, _ in refused.value.rows] == ["C"]
    assert fault in refused.value.rows[0][1]


def test_the_refusal_names_five_rows_and_counts_the_others():
    rows = [Ballots(f"Người {number}", 1, 0) for number in range(1, 8)]
    with pytest.raises(VotesWrong, match=r"Có 7 dòng kiểm phiếu cần sửa.*Người 5 và 2 dòng khác"):
        council_vote(9, 7, rows, WORKER, LAW)
    with pytest.raises(VotesWrong, match="chưa ghi dòng nào: A"):
        council_vote(9, 7, [Ballots("A", 7, 0), Ballots("A", 6, 1)], WORKER, LAW)


@given(st.integers(1, 40), st.data())
def test_another_ballot_never_makes_a_candidate_fail(members: int, data: st.DataObject):
    agreed = data.draw(st.integers(0, members - 1))
    less, more = (
        council_vote(members, members, [Ballots("A", one, members - one)], FIGHTER, LAW)[0].passed
        for one in (agreed, agreed + 1)
    )
    assert more or not less


def person(who: str, advanced: bool | None, **facts: object) -> InPost:
    return InPost(who, eligible(replace(GOOD, **facts), WORKER, LAW), advanced)  # type: ignore[arg-type]


def test_both_denominators_are_shown_and_who_is_missing_and_why():
    share = share_of_advanced(
        [
            person("A", True), person("B", True), person("C", False, level=Level.COMPLETED),
            person("D", False, months=2), person("E", False),
        ]
    )  # fmt: skip
    assert (share.of_all, share.of_considered) == (Fraction(2, 5), Fraction(1, 2))
    assert share.sentence == (
        "2 trong 5 người đang làm việc (40 %); 2 trong 4 người đủ điều kiện xét (50 %)."
    )
    assert [(one.who, one.considered, [why.key for why in one.why]) for one in share.missing] == [
        ("C", Met.MET, ["advanced_worker.level"]), ("D", Met.NOT_MET, ["considered.months"]), ("E", Met.MET, []),
    ]  # fmt: skip
    assert "trái với việc xếp loại trung thực" in share.honest


def test_a_person_ranked_too_low_stays_among_those_considered():
    share = share_of_advanced([person("A", True), person("C", False, level=Level.FAILED)])
    assert share.of_considered == Fraction(1, 2)


def test_without_decisions_nothing_is_measured():
    share = share_of_advanced([person("A", True), person("B", None)])
    assert (share.of_all, share.of_considered, share.undecided) == (None, None, ("B",))
    assert share.sentence == "Chưa đo được: 1 trong 2 người chưa có quyết định về danh hiệu."


def test_where_it_is_unclear_who_is_considered_only_one_share_is_measured():
    share = share_of_advanced([person("A", True, leave=None), person("B", False, leave=None)])
    assert (share.of_all, share.of_considered, share.unclear) == (Fraction(1, 2), None, ("B",))
    assert share.sentence.endswith("thì chưa đo được: 1 người chưa rõ có được xét không.")


def test_nobody_in_post_or_nobody_considered_is_not_measured():
    assert "không có ai đang làm việc" in share_of_advanced([]).sentence
    newcomers = share_of_advanced([person("A", False, months=1)])
    assert newcomers.of_considered is None
    assert newcomers.sentence.endswith("chưa đo được: không ai đủ điều kiện xét.")


@pytest.mark.parametrize(("proposed", "allowed", "fits"), [(2, 2, True), (3, 2, False)])
def test_the_local_share_of_fighters(proposed: int, allowed: int, fits: bool):
    found = fighters_allowed(proposed, 14, LAW)
    assert found
    assert (found.allowed, found.fits) == (allowed, fits)
    assert found.sentence == f"15 % của 14 lao động tiên tiến được tối đa 2 người; đang đề nghị {proposed}."
    assert "tùy địa phương" in found.citation.article


def test_no_local_share_is_no_cap_and_more_fighters_than_workers_is_refused():
    assert fighters_allowed(9, 10, {}) is None
    with pytest.raises(PeopleMiscounted, match="đề nghị chiến sĩ thi đua"):
        fighters_allowed(3, 2, LAW)


def test_a_member_who_is_the_candidate_has_no_ballot_on_himself():
    """No text read says so: ``council.own_ballot`` is unverified, and a unit may say otherwise."""
    there = council_vote(9, 7, [Ballots("Anh B", 5, 1, recused_there=1)], WORKER, LAW)[0]
    assert there.sentence == (
        "5 phiếu đồng ý trên tổng số 8 thành viên (không tính người được xét) (62,5 %), cần từ 50 %, tức 4 phiếu."
    )
    away = council_vote(9, 7, [Ballots("Anh B", 5, 3, absent=1, recused_away=1)], WORKER, LAW)[0]
    assert (away.base, away.needed) == (8, 4)
    present = council_vote(9, 7, [Ballots("Anh B", 3, 3, recused_there=1)], WORKER, changed(base="present"))[
        0
    ]
    assert (present.base, present.passed) == (6, True)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Ballots("Anh B", 6, 1, recused_there=1), "khác 6 phiếu phát ra (thành viên được xét không bỏ phiếu"),
        (Ballots("Anh B", 6, 3, absent=2, recused_away=1), "mà chỉ 1 thành viên vắng"),
    ],
)
def test_his_ballot_is_not_among_those_given_out(row: Ballots, fault: str):
    with pytest.raises(VotesWrong) as refused:
        council_vote(9, 7, [row], WORKER, LAW)
    assert fault in refused.value.rows[0][1]


def test_whether_members_vote_on_themselves_is_a_value_of_the_unit():
    assert not has_own_ballot(LAW)
    assert has_own_ballot(changed(own_ballot="yes"))


def test_a_criterion_that_a_document_takes_away_is_not_asked_for():
    """Where nobody has read the act a unit may say "no" to a criterion, by its document."""
    law = {**LAW, "advanced_worker.movement": replace(LAW["advanced_worker.movement"], value="no")}
    unasked = replace(GOOD, movement=None)
    assert eligible(unasked, WORKER, LAW).met is Met.NOT_KNOWN
    assert eligible(unasked, WORKER, law).met is Met.MET
