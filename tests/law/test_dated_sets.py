"""Lists that hold as a whole from a day on: read from one kind of file, found by the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chuan.law import dated_sets, processes, providers, risk_scale, surveys
from chuan.law.dated_sets import DatedSet, Head, latest_first, read_sets, set_in_force, set_on
from chuan.rules.law import NotInForce
from chuan.rules.types import Citation, Sure

FIRST = date(2015, 9, 15)
ONE = '[[set]]\nfrom = {day}\nact = "1/QĐ"\narticle = "Điều 2"\nsure = "unverified"\nword = "{word}"\n'


@dataclass(frozen=True, slots=True)
class Worded(DatedSet):
    """A set of one word."""

    word: str


def made(head: Head, raw: Mapping[str, Any]) -> Worded:
    return Worded(*head, raw["word"])


def worded(day: date, article: str = "") -> Worded:
    return Worded(day, Citation(number="1/QĐ", article=article), Sure.READ, "x")


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of law files of the test's own."""
    monkeypatch.setattr(dated_sets, "files", lambda _package: tmp_path)
    return tmp_path


def write(law: Path, *told: tuple[date, str]) -> None:
    text = "\n".join(ONE.format(day=day.isoformat(), word=word) for day, word in told)
    (law / "words.toml").write_text(text, encoding="utf-8")


def test_sets_come_the_latest_first_with_act_article_and_how_sure(law: Path) -> None:
    write(law, (FIRST, "old"), (FIRST + timedelta(days=10), "new"))
    found = read_sets("words", made)
    assert [one.word for one in found] == ["new", "old"]
    assert (found[0].source, found[0].sure) == ("1/QĐ, Điều 2", Sure.UNVERIFIED)


def test_two_sets_of_one_day_must_not_start(law: Path) -> None:
    write(law, (FIRST, "one"), (FIRST, "other"))
    with pytest.raises(ValueError, match="one day"):
        read_sets("words", made)


def test_a_missing_field_must_not_start(law: Path) -> None:
    (law / "words.toml").write_text('[[set]]\nfrom = 2015-09-15\nword = "x"\n', encoding="utf-8")
    with pytest.raises(KeyError):
        read_sets("words", made)


def test_before_the_first_day_nothing_holds() -> None:
    sets = (worded(FIRST),)
    assert set_on(sets, FIRST - timedelta(days=1)) is None
    with pytest.raises(NotInForce, match="words have no value on 2015-09-14"):
        set_in_force(sets, FIRST - timedelta(days=1), what="words")
    assert set_in_force(sets, FIRST, what="words") is sets[0]


def test_an_act_without_an_article_is_its_own_source() -> None:
    assert worded(FIRST).source == "1/QĐ"


@given(some.lists(some.integers(0, 4000), min_size=1, max_size=5, unique=True), some.integers(-10, 4010))
def test_the_set_of_a_day_is_the_latest_that_has_begun(starts: list[int], asked: int) -> None:
    days, day = [FIRST + timedelta(days=one) for one in starts], FIRST + timedelta(days=asked)
    found = set_on(latest_first(map(worded, days)), day)
    assert (found.valid_from if found else None) == max((one for one in days if one <= day), default=None)


@pytest.mark.parametrize(
    "sets",
    [
        providers.criteria_sets(),
        surveys.questionnaires(),
        processes.proposed_sets(),
        risk_scale.shipped_scales(),
    ],
    ids=["providers", "surveys", "processes", "risk_scale"],
)
def test_every_file_of_sets_names_its_act_and_stands_in_order(sets: tuple[DatedSet, ...]) -> None:
    assert sets
    assert all(one.source for one in sets)
    assert list(sets) == sorted(sets, key=lambda one: one.valid_from, reverse=True)
