"""What a measure may say beside its figures; where it is silent, the house has an answer of its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from chuan.offers import measures
from chuan.offers.measures import PLAIN_WORDS, Scope
from chuan.rules.types import Period

YEAR = Scope(uuid.UUID(int=1), Period.year(2021), datetime(2022, 1, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))


def named(key: str, **more: object) -> SimpleNamespace:
    return SimpleNamespace(key=key, **more)


@pytest.fixture
def three() -> Iterator[list[SimpleNamespace]]:
    """Two that answer one promise, and another."""
    made = [named("tests.on_time"), named("tests.on_time_received"), named("tests.online")]
    for one in made:
        measures.register(one)  # type: ignore[arg-type]
    yield made
    for one in made:
        measures.withdraw(one.key)


def test_a_measure_without_words_of_its_own_has_plain_ones():
    assert measures.words_of(named("a.b")) == PLAIN_WORDS  # type: ignore[arg-type]
    assert measures.words_of(None) == PLAIN_WORDS


def test_a_measure_may_name_its_cases_and_leave_the_rest():
    found = measures.words_of(named("a.b", case_words="hồ sơ", miss_words="trễ"))  # type: ignore[arg-type]
    assert (found.case, found.miss, found.hit) == ("hồ sơ", "trễ", "đạt")


def test_a_measure_counts_the_register_its_key_begins_with_unless_it_names_others():
    assert measures.registers_of(named("dossiers.on_time")) == {"dossiers"}  # type: ignore[arg-type]
    two = named("dossiers.x", registers=("dossiers", "surveys"))
    assert measures.registers_of(two) == {"dossiers", "surveys"}  # type: ignore[arg-type]


def test_measures_whose_keys_continue_one_another_answer_the_same_promise(three: list):
    assert [one.key for one in measures.same_kind(three[1])] == ["tests.on_time", "tests.on_time_received"]
    assert [one.key for one in measures.same_kind(three[2])] == ["tests.online"]


def test_a_measure_may_name_its_kind(three: list):
    three[2].kind = "tests.on_time"
    assert len(measures.same_kind(three[0])) == 3


def test_a_silent_measure_has_no_notes_and_reaches_as_far_as_it_is_asked():
    silent = named("a.b")
    assert measures.notes(silent, YEAR) == ()  # type: ignore[arg-type]
    assert measures.reach(silent, YEAR) == YEAR.period  # type: ignore[arg-type]


def test_notes_and_reach_are_asked_of_the_scope():
    june = Period(date(2021, 1, 1), date(2021, 7, 1))
    said = named("a.b", notes=lambda scope: [f"{scope.period.days} ngày"], reach=lambda scope: june)
    assert measures.notes(said, YEAR) == ("365 ngày",)  # type: ignore[arg-type]
    assert measures.reach(said, YEAR) == june  # type: ignore[arg-type]


def test_only_a_measure_of_samples_names_what_is_checked():
    assert measures.sample_words(named("a.b")) == ""  # type: ignore[arg-type]
    assert measures.sample_words(named("a.b", sample_words="hồ sơ kiểm tra")) == "hồ sơ kiểm tra"  # type: ignore[arg-type]
    assert measures.sample_words(None) == ""


def test_a_measure_may_say_where_its_obstacles_are_mended():
    assert measures.mended_by(named("a.b")) is None  # type: ignore[arg-type]
    said = named("a.b", mend=("Lấy mẫu", "/mau/"))
    assert measures.mended_by(said) == ("Lấy mẫu", "/mau/")  # type: ignore[arg-type]
