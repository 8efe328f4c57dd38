"""What a figure was counted by, for one unit: the law files and the values the unit set itself."""

from __future__ import annotations

from datetime import date, timedelta

from chuan.law.values import digest_with
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure

PLAIN = "0" * 64
DAY = date(2026, 3, 2)


def own(value: str = "10", since: date = DAY, paper: str = "Quyết định 5/QĐ-UBND") -> dict[str, list[Value]]:
    return {"some.key": [Value(value, "working_day", since, None, Citation(number=paper), Sure.READ)]}


def test_without_own_values_the_digest_is_that_of_the_files() -> None:
    assert digest_with(PLAIN, {}, DAY) == PLAIN
    assert digest_with(PLAIN, {"some.key": ()}, DAY) == PLAIN


def test_a_value_counts_from_its_first_day_on() -> None:
    assert digest_with(PLAIN, own(), DAY - timedelta(days=1)) == PLAIN
    assert digest_with(PLAIN, own(), DAY) != PLAIN


def test_another_value_day_paper_key_or_file_is_another_digest() -> None:
    earlier = own(since=DAY - timedelta(days=1))
    told = [own(), own("11"), earlier, own(paper="Quyết định 6/QĐ-UBND"), {"other.key": own()["some.key"]}]
    found = {digest_with(plain, one, DAY) for one in told for plain in (PLAIN, "1" * 64)}
    assert len(found) == 2 * len(told)


def test_the_order_in_which_values_were_read_does_not_count() -> None:
    one, other = own()["some.key"], own("11")["some.key"]
    assert digest_with(PLAIN, {"a": one, "b": other}, DAY) == digest_with(PLAIN, {"b": other, "a": one}, DAY)
