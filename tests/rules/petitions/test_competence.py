"""The guided decision: every walk ends, in one of six outcomes, with its article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from chuan.law.petition_competence import competence_guide
from chuan.rules.petitions import OUTCOME_NAMES, Answer, Decided, Guide, Kind, Outcome, Question
from chuan.rules.refusals import CompetenceAnswerUnknown, MixedNotSplit
from chuan.rules.types import Citation, Sure

DAYS = [
    date(2019, 1, 1),
    date(2021, 3, 1),
    date(2021, 11, 15),
    date(2022, 7, 1),
    date(2025, 7, 1),
    date(2026, 7, 1),
]
ASKED = [Kind.FEEDBACK, Kind.SUGGESTION, Kind.COMPLAINT, Kind.DENUNCIATION]
NOW = date(2026, 8, 3)


def every_walk(guide: Guide, kind: Kind, given: dict[str, str] | None = None) -> Iterator[Decided]:
    found = guide.decide(kind, given or {})
    if isinstance(found, Decided):
        yield found
        return
    for answer in found.answers:
        yield from every_walk(guide, kind, {**(given or {}), found.key: answer.key})


def decided(on: date, kind: Kind, **given: str) -> Decided:
    told = {"complaint.fit": "full"} | {f"{kind}.{key}": answer for key, answer in given.items()}
    found = competence_guide(on).decide(kind, told)
    assert isinstance(found, Decided)
    return found


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("kind", ASKED)
def test_every_walk_ends_with_a_reason_and_an_article(on: date, kind: Kind):
    for one in every_walk(competence_guide(on), kind):
        assert one.because.why.endswith(".")
        assert all(answer.citation.number and answer.citation.article for _, answer in one.way)


@pytest.mark.parametrize("on", DAYS)
def test_answers_of_a_question_are_told_apart(on: date):
    for question in competence_guide(on).questions.values():
        assert question.text.endswith("?")
        assert len({one.key for one in question.answers}) == len({one.text for one in question.answers})
        assert len({one.key for one in question.answers}) == len(question.answers)


@pytest.mark.parametrize(("on", "where"), [(date(2021, 3, 1), "district"), (NOW, "province")])
def test_a_denunciation_of_the_chairman_or_a_deputy_is_never_taken_in(on: date, where: str):
    """25/2018/QH14, Điều 13; law.md §3.3, T-27: nothing more is asked, and nothing is kept of it."""
    found = decided(on, Kind.DENUNCIATION, against="leader")
    assert (found.outcome, found.because.where, len(found.way)) == (Outcome.NOT_TAKEN, where, 1)
    assert found.unread == (found.because.citation,)


@pytest.mark.parametrize("on", DAYS)
def test_nothing_but_a_denunciation_of_a_leader_is_not_taken_in(on: date):
    not_taken = [
        one.because.key
        for kind in ASKED
        for one in every_walk(competence_guide(on), kind)
        if one.outcome is Outcome.NOT_TAKEN
    ]
    assert not_taken == ["leader"]


def test_a_first_complaint_about_the_wards_own_decision_is_accepted():
    """02/2011/QH13, Điều 17."""
    found = decided(date(2021, 3, 1), Kind.COMPLAINT, about="own", who="affected", stage="first")
    assert (found.outcome, found.because.citation.article) == (Outcome.ACCEPT, "Điều 17")


def test_conditions_come_before_competence():
    """07/2014/TT-TTCP, Điều 6."""
    first = competence_guide(date(2021, 3, 1)).decide(Kind.COMPLAINT, {})
    assert isinstance(first, Question)
    assert (first.key, first.answer("full").sure) == ("complaint.fit", Sure.READ)
    assert decided(NOW, Kind.COMPLAINT, fit="missing").outcome is Outcome.GUIDE
    assert decided(NOW, Kind.COMPLAINT, fit="unknown").outcome is Outcome.KEEP


def test_an_authorisation_must_be_notarised_or_certified_since_july_2026():
    """124/2020/NĐ-CP, Điều 5.3."""
    found = decided(NOW, Kind.COMPLAINT, about="own", who="uncertified")
    assert (found.outcome, found.because.sure) == (Outcome.GUIDE, Sure.READ)
    before = competence_guide(date(2026, 6, 30)).questions["complaint.who"]
    assert "uncertified" not in {one.key for one in before.answers}


def test_a_second_complaint_goes_to_the_district_until_there_is_none():
    for on, where in ((date(2025, 6, 30), "district"), (date(2025, 7, 1), "province"), (NOW, "province")):
        found = decided(on, Kind.COMPLAINT, about="own", who="affected", stage="decided")
        assert (found.outcome, found.because.where) == (Outcome.GUIDE, where)


def test_an_official_of_the_ward_denounced_by_a_known_person_is_the_chairmans_business():
    """25/2018/QH14, Điều 13.1."""
    told = {"against": "official", "party": "duty", "who": "named", "same": "new"}
    assert decided(date(2021, 3, 1), Kind.DENUNCIATION, **told).outcome is Outcome.ACCEPT


def test_an_anonymous_denunciation_with_evidence_is_not_accepted_but_checked():
    """25/2018/QH14, Điều 25."""
    found = decided(NOW, Kind.DENUNCIATION, against="official", party="duty", who="specific")
    assert (found.outcome, found.because.check) == (Outcome.KEEP, True)
    assert not decided(NOW, Kind.DENUNCIATION, against="official", party="duty", who="vague").because.check


def test_a_denunciation_of_the_same_content_is_forwarded_once():
    """05/2021/TT-TTCP, Điều 14."""
    assert decided(NOW, Kind.DENUNCIATION, against="other", forwarded="no").outcome is Outcome.FORWARD
    again = decided(NOW, Kind.DENUNCIATION, against="other", forwarded="once")
    assert (again.outcome, again.because.citation.article) == (Outcome.KEEP, "Điều 14")


def test_a_members_party_duties_are_the_partys_business():
    """05/2021/TT-TTCP, Điều 15."""
    found = decided(NOW, Kind.DENUNCIATION, against="official", party="party")
    assert (found.outcome, found.because.where) == (Outcome.FORWARD, "party_body")


def test_feedback_about_another_body_is_forwarded():
    """20/2008/NĐ-CP, Điều 9.1 d."""
    found = decided(date(2021, 3, 1), Kind.FEEDBACK, whose="other_body")
    assert (found.outcome, found.because.sure) == (Outcome.FORWARD, Sure.READ)


def test_the_next_question_is_asked_until_there_is_an_outcome():
    found = competence_guide(NOW).decide(
        Kind.COMPLAINT, {"complaint.fit": "full", "complaint.about": "own", "denunciation.who": "vague"}
    )
    assert isinstance(found, Question)
    assert found.key == "complaint.who"


def test_an_answer_that_is_not_offered_is_refused():
    given = {"complaint.fit": "full", "complaint.about": "own", "complaint.who": "nobody"}
    with pytest.raises(CompetenceAnswerUnknown, match="Ai đứng đơn"):
        competence_guide(NOW).decide(Kind.COMPLAINT, given)


def test_a_mixed_letter_is_split_before_it_is_judged():
    with pytest.raises(MixedNotSplit):
        competence_guide(NOW).decide(Kind.MIXED, {})


def test_every_outcome_has_a_name():
    assert set(OUTCOME_NAMES) == set(Outcome)


def answer(then: str = "", outcome: Outcome | None = None) -> Answer:
    return Answer("a", "a", then, outcome, "", "", False, Citation("1"), Sure.READ)


@pytest.mark.parametrize(
    ("questions", "start", "fault"),
    [
        ({"q": ()}, "q", "q has no answer"),
        ({"q": (answer("r"),)}, "q", "q.a leads nowhere"),
        ({"q": (answer("q"),)}, "q", "q never ends"),
        ({"q": (answer("", Outcome.KEEP),)}, "r", "no question r"),
    ],
)
def test_a_guide_that_does_not_always_end_cannot_be_made(
    questions: dict[str, tuple[Answer, ...]], start: str, fault: str
):
    made = {key: Question(key, key, answers) for key, answers in questions.items()}
    with pytest.raises(ValueError, match=fault):
        Guide(made, {Kind.FEEDBACK: start})
