"""The clauses of TCVN ISO 9001:2015 as data."""

from __future__ import annotations

from chuan.law.iso9001 import asking, clauses, edition
from chuan.rules.types import Sure


def _numbers(chapter: str) -> list[str]:
    return [number for number in clauses() if number.split(".")[0] == chapter]


def test_the_edition_is_that_of_2015_and_its_list_is_known_by_report_only() -> None:
    assert edition() == ("TCVN ISO 9001:2015", Sure.REPORTED)


def test_seven_chapters_stand_in_the_order_of_their_numbers() -> None:
    assert [number for number in clauses() if "." not in number] == ["4", "5", "6", "7", "8", "9", "10"]
    places = [tuple(int(part) for part in number.split(".")) for number in clauses()]
    assert places == sorted(places)


def test_every_chapter_has_the_clauses_of_the_standard() -> None:
    assert {chapter: len(_numbers(chapter)) for chapter in ("4", "5", "6", "7", "8", "9", "10")} == {
        "4": 7, "5": 8, "6": 8, "7": 19, "8": 31, "9": 12, "10": 6,
    }  # fmt: skip


def test_only_clauses_without_a_clause_below_them_ask_for_something() -> None:
    numbers = {one.number for one in asking()}
    assert {"4.1", "6.2.1", "7.1.5.2", "9.3.3", "10.3"} <= numbers
    assert not {"4", "6.2", "7.1.5", "8.2.3"} & numbers


def test_what_has_to_be_kept_is_said_of_the_clause_that_asks_for_it() -> None:
    documents = {one.number for one in clauses().values() if one.maintain}
    records = {one.number for one in clauses().values() if one.retain}
    assert {"4.3", "5.2.2", "6.2.1"} <= documents
    assert {"7.2", "8.6", "8.7.2", "9.1.1", "9.2.2", "9.3.3", "10.2.2"} <= records
    assert documents | records <= {one.number for one in asking()}


def test_titles_are_short_and_no_two_are_the_same() -> None:
    titles = [one.title for one in clauses().values()]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) < 80
