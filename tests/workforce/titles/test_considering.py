"""How a title comes about: criteria with what is not known, registration, proposal, the secret vote, initiatives."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.documents.models import Document
from chuan.people.models import Appointment
from chuan.rules.ranking import Discipline, Level
from chuan.rules.refusals.titles import CouncilTooFew, VotesWrong
from chuan.rules.titles import Met, Title
from chuan.trail.models import Detail, Entry
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions import titles_candidates as candidates
from chuan.workforce.actions import titles_council as council
from chuan.workforce.actions.absences import write_absence
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.models import Assessment, Candidate, CouncilVote, RankingRound, Sitting, TitleFact
from chuan.workforce.refusals import PaperMissing
from chuan.workforce.titles import reasons
from chuan.workforce.titles.papers import decision_content, minutes_content
from chuan.workforce.titles.votes import Counted
from chuan.workforce.titles.year import see
from tests.workforce.made import personnel_clerk
from tests.workforce.titles import made

DAY = date(2021, 12, 10)
SHOWN = "Hồ sơ cán bộ, đối chiếu ngày 10/12/2021"


@pytest.fixture
def keeper(ward):
    """The keeper; the chairman, the clerk and the specialist stay in post."""
    official = personnel_clerk(ward)
    left = (ward.one_stop, ward.secretary, ward.auditor, ward.administrator, official)
    Appointment.objects.filter(official__in=left).delete()
    return ward.viewer(official)


@pytest.fixture
def year(keeper):
    return made.opened(keeper)


@pytest.fixture
def proposed(ward, year, keeper):
    """The clerk and the specialist, registered and proposed for "lao động tiên tiến"."""
    rows = candidates.register_candidates(
        year, Title.ADVANCED_WORKER, officials=[ward.clerk, ward.specialist], registered_on=date(2021, 1, 15),
        by=keeper, at=timezone.now(),
    )  # fmt: skip
    candidates.propose(year, rows, DAY, by=keeper, at=timezone.now())
    return list(Candidate.objects.order_by("pk"))


@pytest.fixture
def members(ward):
    return [ward.chairman, ward.clerk, ward.specialist]


@pytest.fixture
def sat(ward, year, keeper, members):
    return council.set_council(
        year, members, chair=ward.chairman, secretary=ward.clerk, citation="Quyết định 5", by=keeper, at=timezone.now()
    )  # fmt: skip


def _say(year, official, keeper, **said):
    return candidates.say_facts(year, official, said, SHOWN, by=keeper, at=timezone.now())


def _person(ward, official, year=2021):
    return next(one for one in see(ward.unit, year).people if one.official == official)


def test_what_no_paper_says_is_asked_and_never_guessed(ward, year, keeper):
    told = {one.key: one.met for one in _person(ward, ward.clerk).eligibility.criteria}
    assert told == {
        "considered.months": Met.MET,
        "considered.leave": Met.NOT_KNOWN,
        "considered.discipline": Met.NOT_KNOWN,
        "advanced_worker.level": Met.NOT_KNOWN,
        "advanced_worker.movement": Met.NOT_KNOWN,
    }
    _say(year, ward.clerk, keeper, discipline="none", level="good", leave="3", movement="yes")
    person = _person(ward, ward.clerk)
    assert person.eligibility.met is Met.MET
    assert all(one.citation.number for one in person.eligibility.criteria)
    _say(year, ward.clerk, keeper, discipline="reprimand")
    person = _person(ward, ward.clerk)
    assert (person.facts.discipline, person.facts.level) == (Discipline.REPRIMAND, Level.GOOD)
    assert person.eligibility.met is Met.NOT_MET
    assert TitleFact.objects.count() == 5


def test_a_level_decided_in_the_ranking_comes_before_one_that_was_typed(ward, year, keeper):
    _say(year, ward.clerk, keeper, level="excellent")
    assert _person(ward, ward.clerk).facts.level is Level.EXCELLENT
    ranked = RankingRound.objects.create(
        unit=ward.unit, kind="year", starts=date(2021, 1, 1), ends=date(2022, 1, 1), by_points=False,
        law_digest="0" * 64, citation="KH", opened_on=date(2021, 12, 1), recorded_at=timezone.now(),
    )  # fmt: skip
    row = Assessment.objects.create(round=ranked, official=ward.clerk, group="staff")
    assert _person(ward, ward.clerk).facts.level is Level.EXCELLENT
    Assessment.objects.filter(pk=row.pk).update(decided_level="completed")
    person = _person(ward, ward.clerk)
    assert person.facts.level is Level.COMPLETED
    assert [one.key for one in person.eligibility.unmet] == ["advanced_worker.level"]


def test_days_away_are_working_days_and_maternity_leave_stands_apart(ward, year, keeper):
    def away(kind, first, last):
        write_absence(
            ward.clerk, kind=kind, first=first, last=last, citation="Đơn", by=keeper, at=timezone.now()
        )

    away("sick", date(2021, 3, 1), date(2021, 3, 7))
    away("maternity", date(2021, 6, 7), date(2021, 6, 11))
    facts = _person(ward, ward.clerk).facts
    assert (facts.leave, facts.maternity) == (5, 5)


def test_facts_that_are_none_say_nothing_new_or_lack_their_paper_are_refused(ward, year, keeper):
    for wrong in (
        {"discipline": "shot"},
        {"leave": "-1"},
        {"leave": "400"},
        {"initiative": "yes"},
        {"age": "9"},
    ):
        with pytest.raises(no.FactWrong):
            _say(year, ward.clerk, keeper, **wrong)
    with pytest.raises(PaperMissing):
        candidates.say_facts(year, ward.clerk, {"leave": "1"}, " ", by=keeper, at=timezone.now())
    _say(year, ward.clerk, keeper, discipline="warning")
    with pytest.raises(no.NothingSaidNew):
        _say(year, ward.clerk, keeper, discipline="warning")
    entry = Entry.objects.get(verb="titles.say")
    assert "warning" not in Detail.objects.get(entry=entry).body


def test_an_initiative_in_its_register_counts_for_its_authors_until_it_is_taken_back(ward, year, keeper):
    given = candidates.Recognised("Trả lời tự động", "base", "QĐ 8", "UBND thị xã", date(2021, 11, 2))
    with pytest.raises(no.NothingChosen):
        candidates.recognise(given, [], by=keeper, at=timezone.now())
    row = candidates.recognise(given, [ward.clerk, ward.specialist], by=keeper, at=timezone.now())
    assert _person(ward, ward.specialist).facts.initiative is True
    candidates.void_initiative(row, "nhầm", by=keeper, at=timezone.now())
    assert _person(ward, ward.specialist).facts.initiative is None


def test_the_council_votes_in_secret_and_every_row_has_to_add_up(ward, year, keeper, proposed, sat, members):
    def vote(*numbers, present=members):
        counted = [Counted(one, *row) for one, row in zip(proposed, numbers, strict=True)]
        return council.write_sitting(sat, council.Held(DAY, present), counted, by=keeper, at=timezone.now())

    with pytest.raises(VotesWrong) as refused:
        vote((3, 1), (1, 2))
    assert [name for name, _ in refused.value.rows] == [ward.clerk.name, ward.specialist.name]
    with pytest.raises(CouncilTooFew):
        vote((1, 0), (1, 0), present=members[:1])
    with pytest.raises(no.NoMember, match=ward.auditor.name):
        vote((3, 0), (3, 0), present=[*members[:2], ward.auditor])
    assert not Sitting.objects.exists()
    vote((2, 0), (0, 1, 1))
    told = {one.candidate.official: one.passed for one in CouncilVote.objects.all()}
    assert told == {ward.clerk: True, ward.specialist: False}
    assert [one.recused for one in CouncilVote.objects.all()] == [1, 1]


def test_a_draft_names_who_passed_and_the_minutes_say_numbers_only(
    ward, year, keeper, proposed, sat, members
):
    with pytest.raises(no.NobodyPassed):
        council.begin_decision(year, by=keeper, at=timezone.now())
    counted = [Counted(proposed[0], 2, 0), Counted(proposed[1], 0, 2)]
    row = council.write_sitting(sat, council.Held(DAY, members), counted, by=keeper, at=timezone.now())
    told = str(decision_content(year, DAY))
    assert ward.clerk.name in told
    assert ward.specialist.name not in told
    minutes = str(minutes_content(row, list(row.votes.all()), DAY))
    assert "dự họp: 3" in minutes
    assert "Không bỏ phiếu cho chính mình: Trần Thị Văn Phòng, Vũ Thị Văn Hóa." in minutes
    document = council.begin_decision(year, by=ward.viewer(ward.chairman), at=timezone.now())
    assert Document.objects.get(pk=document.pk).unit == ward.unit
    council.void_sitting(row, "đếm lại", by=keeper, at=timezone.now())
    with pytest.raises(no.NobodyPassed):
        decision_content(year, DAY)


def test_reasons_of_rows_tell_registration_and_the_council_but_neither_ranking_nor_discipline(
    ward, year, keeper, proposed, sat, members
):
    _say(year, ward.specialist, keeper, discipline="warning", level="completed")
    counted = [Counted(proposed[0], 2, 0), Counted(proposed[1], 0, 2)]
    council.write_sitting(sat, council.Held(DAY, members), counted, by=keeper, at=timezone.now())
    made.decided(year, [ward.clerk], by=keeper)
    rows = AdvancedWorker().rows(made.scope(ward.unit), None, 100)
    told = {row.subject.uid: row.reason for row in rows}
    assert told[ward.chairman.uid] == reasons.NOT_REGISTERED
    assert told[ward.specialist.uid] == reasons.NOT_PROPOSED


def test_candidates_councils_and_days_that_cannot_be_are_refused(ward, other_ward, year, keeper, proposed):
    def register(title=Title.ADVANCED_WORKER, **given):
        candidates.register_candidates(year, title, by=keeper, at=timezone.now(), **given)

    with pytest.raises(no.CandidateAlready, match=ward.clerk.name):
        register(officials=[ward.clerk, ward.chairman])
    with pytest.raises(no.NothingChosen):
        register()
    with pytest.raises(no.WhoseTitle):
        register(Title.ADVANCED_TEAM, officials=[ward.clerk])
    with pytest.raises(no.DayLater):
        register(officials=[ward.chairman], registered_on=date(2020, 1, 1))
    register(Title.ADVANCED_TEAM, team="Văn phòng")
    with pytest.raises(no.CandidateAlready):
        register(Title.ADVANCED_TEAM, team="Văn phòng")
    with pytest.raises(no.CouncilTooSmall):
        council.set_council(
            year, [ward.chairman, ward.clerk], chair=ward.chairman, secretary=ward.clerk, citation="QĐ", by=keeper,
            at=timezone.now(),
        )  # fmt: skip
    candidates.void_candidate(proposed[0], "tự rút", by=keeper, at=timezone.now())
    register(officials=[ward.clerk])
