"""What this product signs, checked by what this product checks: five fields, every level, years later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from chuan.exchange.signatures import Kind, Trust, Verdict
from chuan.exchange.signing import Level
from tests.signatures.conftest import Check
from tests.signing.authority import Authority
from tests.signing.draft import issued
from tests.signing.responders import served


@pytest.fixture(scope="module")
def answering() -> Iterator[Authority]:
    with served(Authority()) as authority:
        yield authority


@pytest.fixture(scope="module")
def lasting(answering: Authority) -> bytes:
    """A decision signed by the person, numbered, dated and sealed, all with long-term evidence."""
    return issued(answering, Level.LTA).pdf


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(minutes=5)


def test_all_five_fields_pass_with_the_anchor_alone(checked: Check, answering: Authority, lasting: bytes):
    found = checked(lasting, trust=Trust(anchors=(answering.root.der,)), at=soon())
    assert found.verdict == Verdict.PASSED, [one.reasons for one in found.signatures]
    assert {one.level for one in found.signatures} == {"B-LTA"}
    assert len(found.signatures) == 5
    assert not found.empty_fields


def test_one_person_and_one_seal_count_the_rest_is_number_and_date(
    checked: Check, answering: Authority, lasting: bytes
):
    found = checked(lasting, trust=Trust(anchors=(answering.root.der,)), at=soon())
    assert [len(found.by(kind)) for kind in (Kind.PERSON, Kind.AGENCY)] == [1, 1]
    assert sum(one.is_widget_only for one in found.signatures) == 3


def test_it_still_passes_when_the_lists_inside_are_years_old(
    checked: Check, answering: Authority, lasting: bytes
):
    for years in (1, 10, 20):
        at = soon() + timedelta(days=365 * years)
        assert checked(lasting, trust=Trust(anchors=(answering.root.der,)), at=at).verdict == Verdict.PASSED


def test_without_the_anchor_it_is_intact_and_undecided(checked: Check, lasting: bytes):
    found = checked(lasting, trust=Trust(), at=soon())
    assert (found.verdict, found.intact) == (Verdict.INDETERMINATE, True)


def test_a_lower_level_is_only_as_good_as_the_lists_given(checked: Check, answering: Authority):
    done = issued(answering, Level.B).pdf
    lists = tuple(answering.crls())
    assert (
        checked(done, trust=Trust(anchors=(answering.root.der,), crls=lists), at=soon()).verdict
        == Verdict.PASSED
    )
    assert (
        checked(done, trust=Trust(anchors=(answering.root.der,)), at=soon()).verdict == Verdict.INDETERMINATE
    )
