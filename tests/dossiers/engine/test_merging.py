"""One picture out of all sources: the last word of each field counts, whatever order the rows are read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chuan.dossiers.merging import DATES, Picture, Version, merge
from tests.people import at

MAY = at(2021, 5, 3)


def version(days: int = 0, source: str = "list", number: int = 1, **values: str) -> Version:
    """A version brought some days after 3 May."""
    return Version(source, number, values, MAY + timedelta(days=days))


def gone(days: int, source: str = "list", number: int = 2) -> Version:
    return Version(source, number, None, MAY + timedelta(days=days))


def picture(*versions: Version) -> Picture:
    found = merge(versions)
    assert found is not None
    return found


def test_the_later_source_fills_in_and_an_empty_field_takes_nothing_away() -> None:
    book = version(0, "book", returned_at="2021-05-06", area="TDP 1")
    listed = version(1, ready_at="2021-05-05T09:00:00", area="", returned_at="")
    assert picture(book, listed).values == {
        "returned_at": "2021-05-06", "area": "TDP 1", "ready_at": "2021-05-05T09:00:00",
    }  # fmt: skip


def test_a_later_bare_day_keeps_the_hour_and_another_day_does_not() -> None:
    exact = version(0, ready_at="2021-05-05T09:00:00")
    assert (
        picture(exact, version(1, "book", ready_at="2021-05-05")).values["ready_at"] == "2021-05-05T09:00:00"
    )
    assert picture(exact, version(1, "book", ready_at="2021-05-06")).values["ready_at"] == "2021-05-06"


def test_of_one_source_only_the_last_version_counts() -> None:
    assert "ready_at" not in picture(version(0, ready_at="2021-05-05"), version(1, number=2, area="x")).values


def test_what_every_source_has_dropped_gives_no_picture() -> None:
    assert merge([version(0), gone(1)]) is None
    assert merge([]) is None
    assert picture(version(0), gone(1), version(0, "book", area="x")).values == {"area": "x"}


def test_promises_are_told_in_the_order_they_were_seen() -> None:
    seen = picture(
        version(0, promised_at="2021-05-10T17:00:00"),
        version(2, number=2, promised_at="2021-05-10"),
        version(9, number=3, promised_at="2021-05-12"),
    )
    assert [(one.seen, one.day) for one in seen.promises] == [
        (date(2021, 5, 3), "2021-05-10"), (date(2021, 5, 12), "2021-05-12"),
    ]  # fmt: skip


def test_a_date_changed_after_the_promised_day_is_marked_and_one_filled_in_is_not() -> None:
    first = version(0, promised_at="2021-05-10", ready_at="2021-05-12")
    assert picture(
        first, version(9, number=2, promised_at="2021-05-12", ready_at="2021-05-12")
    ).changed_after_due
    assert picture(
        first, version(9, number=2, promised_at="2021-05-10", ready_at="2021-05-09")
    ).changed_after_due
    assert picture(first, version(9, number=2, promised_at="2021-05-10", ready_at="")).changed_after_due
    before = version(2, number=2, promised_at="2021-05-12", ready_at="2021-05-12")
    assert not picture(first, before).changed_after_due
    opened = version(0, promised_at="2021-05-10")
    assert not picture(
        opened, version(9, number=2, promised_at="2021-05-10", ready_at="2021-05-12")
    ).changed_after_due


def test_an_hour_added_to_the_same_day_is_no_change() -> None:
    first = version(0, promised_at="2021-05-10", ready_at="2021-05-12")
    finer = version(9, number=2, promised_at="2021-05-10T17:00:00", ready_at="2021-05-12T08:00:00")
    assert not picture(first, finer).changed_after_due


def test_two_sources_that_promise_different_days_are_not_a_change_of_either() -> None:
    assert not picture(
        version(0, promised_at="2021-05-10"), version(20, "book", promised_at="2021-05-11")
    ).changed_after_due


@st.composite
def many(draw: st.DrawFn) -> list[Version]:
    """Versions of two sources, numbered in the order they came in."""
    numbers = {"list": 0, "book": 0}
    found = []
    for day in sorted(draw(st.lists(st.integers(0, 30), min_size=1, max_size=7))):
        source = draw(st.sampled_from(["list", "book"]))
        numbers[source] += 1
        days = st.sampled_from(["", "2021-05-10", "2021-05-12", "2021-05-12T09:00:00"])
        values = {name: draw(days) for name in ("promised_at", "ready_at", "returned_at")}
        held = None if draw(st.integers(0, 9)) == 0 else values
        found.append(Version(source, numbers[source], held, MAY + timedelta(days=day)))
    return found


@given(many(), st.randoms())
def test_the_order_they_are_read_in_does_not_matter(versions: list[Version], random: object) -> None:
    shuffled = list(versions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled) == merge(versions)


@given(many())
def test_of_versions_before_the_last_of_their_source_only_the_dates_matter(versions: list[Version]) -> None:
    last = {one.source: one for one in versions}
    extra = [replace(one, values=one.values and {**one.values, "area": one.source}) for one in versions]
    dates = [
        replace(one, values=one.values and {name: one.values[name] for name in DATES})
        if one.number != last[one.source].number
        else one
        for one in extra
    ]
    assert merge(dates) == merge(extra)
