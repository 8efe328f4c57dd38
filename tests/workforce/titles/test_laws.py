"""A year through two laws, the unit's own values, what a finished year keeps, the share of fighters, teams."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.people.refusals import CitationMissing
from chuan.rules.law import Value
from chuan.rules.refusals import NotAllowed
from chuan.rules.refusals.titles import PeopleMiscounted
from chuan.rules.titles import Eligibility, Judged, Met, PersonFacts, Title
from chuan.rules.types import Citation, Period, Sure
from chuan.trail.models import Detail, Entry
from chuan.workforce import refusals_own_law as own
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions import titles_candidates as candidates
from chuan.workforce.actions.own_law import set_own_value
from chuan.workforce.actions.titles import Decided, conclude, record_decision
from chuan.workforce.actions.titles_law import choose_law
from chuan.workforce.actions.titles_teams import TeamCounted, say_team
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.models import Reward, TeamSaid, TitleRound
from chuan.workforce.own_law.books import RANKING, TITLES, Form, Opening, canonical
from chuan.workforce.refusals import ReasonMissing
from chuan.workforce.titles.fighters import before_vote
from chuan.workforce.titles.judged import person_outcomes
from chuan.workforce.titles.law_words import decided_words, law_words
from chuan.workforce.titles.laws import LawsOfYear, _laws, laws_of
from chuan.workforce.titles.outcomes import Outcome, transition_words
from chuan.workforce.titles.teams import see_team, teams_naming
from chuan.workforce.titles.year import see
from tests.examine import examine, open_page
from tests.workforce.made import personnel_clerk
from tests.workforce.titles import made

ROOM = "/nhan-su/danh-hieu/"
OLD, NEW = "06/2022/QH15", "06/2026/QH16"


def laws_of_2026() -> LawsOfYear:
    day = date(2026, 12, 20)
    laws = _laws(Period.year(2026), day, {})
    return LawsOfYear(laws, laws[-1], laws[-1], day, decided=True)


def met(how: Met) -> Eligibility:
    return Eligibility(Title.ADVANCED_WORKER, (Judged("x", how, "x", Citation(number="x"), Sure.UNVERIFIED),))


def test_the_year_2026_goes_through_two_laws_with_their_days():
    laws = laws_of_2026()
    assert [law_words(one) for one in laws.laws] == [
        "06/2022/QH15, từ 01/01/2024 đến hết 30/09/2026",
        "06/2026/QH16, từ 01/10/2026 (chưa kiểm chứng)",
    ]
    outcomes = person_outcomes(laws, PersonFacts(months=12), Title.EMULATION_FIGHTER)
    assert [(one.law.name, one.decides) for one in outcomes] == [(OLD, False), (NEW, True)]
    assert [one.name for one in _laws(Period.year(2025), date(2025, 12, 31), {})] == [OLD]


@pytest.mark.parametrize(
    ("received", "old", "new", "words"),
    [
        (
            date(2026, 9, 30),
            Met.NOT_MET,
            Met.MET,
            "quy định mới 06/2026/QH16 có lợi hơn thì theo quy định mới",
        ),
        (date(2026, 9, 30), Met.MET, Met.NOT_MET, "theo quy định cũ 06/2022/QH15"),
        (date(2026, 9, 30), Met.MET, Met.MET, "theo quy định cũ 06/2022/QH15"),
        (date(2026, 10, 1), Met.MET, Met.NOT_MET, "khi 06/2026/QH16 đã có hiệu lực: theo quy định mới"),
        (None, Met.MET, Met.NOT_MET, ""),
    ],
)
def test_what_the_transition_says_of_a_dossier(received: date | None, old: Met, new: Met, words: str):
    laws = laws_of_2026()
    both = [
        Outcome(law, met(how), law is laws.chosen) for law, how in zip(laws.laws, (old, new), strict=True)
    ]
    told = transition_words(laws, both, received)
    assert words in told
    assert bool(told) is (received is not None)


@pytest.mark.parametrize(
    ("form", "typed", "kept"),
    [
        (Form.SHARE, "15 %", "3/20"),
        (Form.SHARE, "12,5%", "1/8"),
        (Form.SHARE, "2/3", "2/3"),
        (Form.SHARE, "120 %", None),
        (Form.SHARE, "1/0", None),
        (Form.MONTHS, "06", "6"),
        (Form.MONTHS, "13", None),
        (Form.DAYS, "0", None),
        (Form.DAYS, "²", None),
        (Form.CHOICE, "maybe", None),
    ],
)
def test_a_value_is_kept_as_the_file_would_hold_it(form: Form, typed: str, kept: str | None):
    assert canonical(Opening(form), typed) == kept


def test_every_value_a_unit_may_set_is_in_its_file_and_fits_its_form():
    for book in (TITLES, RANKING):
        for key, opening in book.openings.items():
            for one in book.parameters[key].versions:
                assert canonical(opening, one.value) == one.value, key
            assert len(book.setting(key)) <= 80


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


@pytest.fixture
def year(keeper):
    """2023: the law of 2003 until its last day, that of 2022 from the day after."""
    return made.opened(keeper, 2023)


def decide(year, officials, keeper, on, title=Title.ADVANCED_WORKER, **more):
    decided = Decided("Quyết định 9/QĐ-UBND", on, "UBND phường Bắc Hồng")
    return record_decision(year, title, decided, officials=officials, by=keeper, at=timezone.now(), **more)


def test_a_year_goes_by_the_law_of_its_decision_or_by_one_that_is_chosen_and_keeps_it(ward, year, keeper):
    def choose(since, reason="Hướng dẫn 7/HD-SNV"):
        choose_law(year, since, reason, by=keeper, at=timezone.now())
        year.refresh_from_db()

    assert [one.name for one in laws_of(year).laws] == ["15/2003/QH11"]
    decide(year, [ward.clerk], keeper, date(2024, 1, 15))
    laws = laws_of(year)
    assert [one.name for one in laws.laws] == ["15/2003/QH11", OLD]
    assert AdvancedWorker().notes(made.scope(ward.unit, Period.year(2023)))[3] == decided_words(laws)
    assert decided_words(laws) == "Năm này xét theo 06/2022/QH15, quy định ở ngày quyết định 15/01/2024."
    for since, reason, wrong in (
        (date(2023, 5, 5), "x", own.LawNotOfYear),
        (laws.laws[0].since, " ", ReasonMissing),
        (None, "x", own.LawChosenAlready),
    ):
        with pytest.raises(wrong):
            choose(since, reason)
    choose(laws.laws[0].since)
    assert laws_of(year).chosen.name == "15/2003/QH11"
    assert "do đơn vị chọn: Hướng dẫn 7/HD-SNV." in decided_words(laws_of(year))
    assert "15/2003/QH11" in Detail.objects.get(entry=Entry.objects.get(verb="titles.choose_law")).body
    conclude(year, complete=True, by=keeper, at=timezone.now())
    with pytest.raises(own.LawOfYearKept):
        choose(None)
    set_own_value(
        TITLES, "considered.months", "12", valid_from=date(2023, 1, 1), citation="Quy chế 5", by=keeper,
        at=timezone.now(),
    )  # fmt: skip
    kept = laws_of(TitleRound.objects.get())
    assert (kept.chosen.name, kept.chosen.values["considered.months"].value, kept.several) == (
        "15/2003/QH11", "10", True,
    )  # fmt: skip
    assert kept.kept
    assert kept.chosen.law.titles == laws.laws[0].law.titles
    conclude(year, complete=False, by=keeper, at=timezone.now())
    assert laws_of(TitleRound.objects.get()).chosen.values["considered.months"].value == "12"


def test_the_units_own_value_counts_from_its_day_until_the_law_gives_way(ward, year, keeper):
    def put(
        key="considered.months", typed="12", since=date(2023, 7, 1), paper="Quy chế 5/QC-UBND", by=keeper
    ):
        return set_own_value(TITLES, key, typed, valid_from=since, citation=paper, by=by, at=timezone.now())

    put()
    found = laws_of(year).chosen.values["considered.months"]
    assert found == Value(
        "12", "month", date(2023, 7, 1), date(2024, 1, 1), Citation(number="Quy chế 5/QC-UBND"), Sure.READ
    )
    sentence = next(one for one in see(ward.unit, 2023).people).eligibility.criteria[0].sentence
    assert sentence.endswith("được xét từ 12 tháng.")
    decide(year, [ward.clerk], keeper, date(2024, 1, 15))
    assert laws_of(year).chosen.values["considered.months"].value == "6"
    for wrong, given in (
        (own.OwnValueSame, {}),
        (own.OwnValueFixed, {"key": "advanced_worker.level", "typed": "good", "since": date(2025, 1, 1)}),
        (own.OwnValueFixed, {"key": "nothing"}),
        (own.OwnValueWrong, {"typed": "13"}),
        (CitationMissing, {"paper": " "}),
        (NotAllowed, {"by": ward.viewer(ward.clerk)}),
    ):
        with pytest.raises(wrong):
            put(**given)


def test_more_fighters_than_the_share_are_warned_of_and_refused_once_with_the_source(ward, year, keeper):
    on, law = date(2023, 12, 20), laws_of(year).chosen.values
    assert before_vote(year, law) is None
    rows = candidates.register_candidates(
        year, Title.EMULATION_FIGHTER, officials=[ward.clerk], proposed_on=on, by=keeper, at=timezone.now()
    )
    told = before_vote(year, law)
    assert told is not None
    assert "1 chiến sĩ thi đua cơ sở mà chỉ có 0 lao động tiên tiến" in told.words
    decide(year, [ward.clerk, ward.specialist, ward.chairman], keeper, on)
    told = before_vote(year, law)
    assert told is not None
    assert "15 % của 3 lao động tiên tiến được tối đa 0 người; đang đề nghị 1." in told.words
    assert "Căn cứ: Quy định của địa phương" in told.words
    assert "(chưa kiểm chứng)" in told.words
    with pytest.raises(no.FightersOver) as refused:
        decide(year, [ward.clerk], keeper, on, Title.EMULATION_FIGHTER)
    assert refused.value.sentence.count("được tối đa 0 người") == 1
    assert "Căn cứ: Quy định của địa phương" in refused.value.sentence
    decide(year, [ward.clerk], keeper, on, Title.EMULATION_FIGHTER, why="Thị xã đồng ý")
    assert Reward.objects.get(title=Title.EMULATION_FIGHTER).over_share == "Thị xã đồng ý"
    assert rows


def test_a_teams_criteria_go_by_what_is_said_and_registers_stand_beside(ward, other_ward, year, keeper):
    decide(year, [ward.clerk, ward.specialist], keeper, date(2023, 12, 20))
    [team] = candidates.register_candidates(
        year, Title.ADVANCED_TEAM, team="Văn phòng", by=keeper, at=timezone.now()
    )
    seen = see_team(team)
    assert {one.eligibility.met for one in seen.outcomes} == {Met.NOT_KNOWN}
    assert seen.known[1] == "lao động tiên tiến: 2 người, 6 người chưa rõ."
    people = [ward.clerk, ward.specialist, ward.one_stop]
    with pytest.raises(PeopleMiscounted):
        say_team(team, TeamCounted(people, "BC 1", advanced=4), by=keeper, at=timezone.now())
    assert not TeamSaid.objects.exists()
    with pytest.raises(no.NothingChosen):
        say_team(team, TeamCounted([], "BC 1"), by=keeper, at=timezone.now())
    told = TeamCounted(people, "BC 1", 3, 2, 0, discipline="none", level="good", movement="yes", unity="yes")
    say_team(team, told, by=keeper, at=timezone.now())
    seen = see_team(team)
    assert seen.outcomes[0].eligibility.met is Met.MET
    assert seen.known[0].startswith("Tính trên 3 người của tập thể")
    assert [one.candidate for one in teams_naming(ward.one_stop, 2023)] == [team]
    assert teams_naming(ward.auditor, 2023) == []
    assert "clerk" not in Detail.objects.get(entry=Entry.objects.get(verb="titles.team")).body


def test_pages_of_the_law_of_a_year_its_end_and_a_team(
    ward, other_ward, year, keeper, client, sign_in, django_assert_max_num_queries
):
    decide(year, [ward.clerk], keeper, date(2024, 1, 15))
    [team] = candidates.register_candidates(
        year, Title.ADVANCED_TEAM, team="Văn phòng", by=keeper, at=timezone.now()
    )
    sign_in(client, keeper.official)
    with django_assert_max_num_queries(28):
        page = open_page(client, f"{ROOM}?nam=2023")
    assert "Năm 2023 đi qua hai quy định" in page.text
    chooser = open_page(client, page.link("Chọn quy định"))
    refused = examine(chooser.form().send(client, law="2021-01-01", reason=""), chooser.url, status=422)
    assert "Ghi vì sao chọn quy định này." in refused.text
    assert refused.form().send(client, reason="Hướng dẫn 7").status_code == 302
    person = open_page(client, f"{ROOM}nguoi/{ward.clerk.uid}/?nam=2023")
    assert "Theo 15/2003/QH11, đến hết 31/12/2023 (chưa kiểm chứng)" in person.text
    assert "Theo 06/2022/QH15, từ 01/01/2024" in person.text
    with django_assert_max_num_queries(26):
        beside = open_page(client, f"{ROOM}tap-the/{team.uid}/")
    wrong = examine(
        beside.form().send(client, people=[str(ward.clerk.uid)], advanced="3", document="BC"), beside.url, status=422
    )  # fmt: skip
    assert wrong.one("#id_advanced").get("value") == "3"
    assert wrong.form().send(client, advanced="1").status_code == 302
    end = open_page(client, open_page(client, f"{ROOM}?nam=2023").link("Đã đủ mọi quyết định của năm"))
    assert "1 trong 8 người giữ chức danh ngày cuối năm" in end.text
    assert end.form().send(client).status_code == 302
    assert "giữ nguyên quy định này" in open_page(client, f"{ROOM}?nam=2023").text
    sign_in(client, ward.specialist)
    assert client.get(f"{ROOM}tap-the/{team.uid}/").status_code == 404
    assert ward.clerk.name not in open_page(client, f"{ROOM}?nam=2023").text
    sign_in(client, other_ward.chairman)
    assert client.get(f"{ROOM}tap-the/{team.uid}/").status_code == 404
    assert client.get(f"{ROOM}nam/{year.uid}/quy-dinh/").status_code == 404


def test_the_page_of_rules_shows_the_units_own_beside_the_law_and_a_wrong_one_keeps_what_was_typed(
    ward, keeper, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, keeper.official)
    with django_assert_max_num_queries(14):
        page = open_page(client, "/nhan-su/quy-dinh/danh-hieu/")
    own_value = open_page(client, "/nhan-su/quy-dinh/danh-hieu/dat-rieng/?muc=emulation_fighter.share")
    assert "Đang mở: không có kỳ nào." in own_value.text
    given = {"value": "200 %", "valid_from": "01/01/2021", "citation": "Quyết định 86/2025/QĐ-UBND"}
    refused = examine(own_value.form().send(client, **given), own_value.url, status=422)
    assert "một tỷ lệ như 15 %" in refused.text
    assert refused.form().send(client, value="20 %").status_code == 302
    page = open_page(client, "/nhan-su/quy-dinh/danh-hieu/")
    assert "Quyết định 86/2025/QĐ-UBND" in page.text
    assert "đơn vị đặt" in page.text
    assert client.get("/nhan-su/quy-dinh/danh-hieu/?ngay=01/01/2019").status_code == 422
    assert "Chấm điểm" not in open_page(client, "/nhan-su/quy-dinh/xep-loai/?ngay=01/06/2021").text
    assert client.get("/nhan-su/quy-dinh/khac/").status_code == 404
    sign_in(client, ward.specialist)
    assert "Đặt riêng" not in open_page(client, "/nhan-su/quy-dinh/danh-hieu/").text
    assert client.get("/nhan-su/quy-dinh/danh-hieu/dat-rieng/?muc=council.quorum").status_code == 403
