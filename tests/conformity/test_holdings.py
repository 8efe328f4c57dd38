"""What the rooms hold as evidence: every clause is one of the standard's, every page opens, statements are bounded."""

from __future__ import annotations

import pytest
from django.test import Client

from chuan.law import iso9001
from chuan.offers.holdings import held
from chuan.rules.types import Period
from tests.people import Ward


def test_every_holding_names_a_clause_that_is_there(ward: Ward, year: Period):
    unknown = {one.clause for one in held(ward.unit, year)} - set(iso9001.clauses())
    assert not unknown


def test_every_holding_opens_a_page(ward: Ward, year: Period, client: Client, sign_in):
    browser = sign_in(client, ward.chairman)
    for address in sorted({one.address for one in held(ward.unit, year)}):
        assert browser.get(address).status_code == 200, address


def test_an_empty_ward_holds_nothing_but_what_is_made_with_it(ward: Ward, year: Period):
    counted = {(one.clause, one.label) for one in held(ward.unit, year) if one.count}
    assert ("5.3", "vai trò được giao, theo văn bản") in counted
    assert not {clause for clause, _ in counted} & {"9.2.2", "9.3.3", "10.2.2", "7.2", "8.6"}


def test_asking_takes_a_bounded_number_of_statements(ward: Ward, year: Period, django_assert_max_num_queries):
    with django_assert_max_num_queries(70):
        held(ward.unit, year)


@pytest.mark.parametrize(
    "clause", ["4.3", "5.2.1", "6.2.1", "7.2", "8.6", "9.1.2", "9.2.2", "9.3.3", "10.2.2"]
)
def test_what_the_clause_asks_for_is_told_even_where_there_is_none(ward: Ward, year: Period, clause: str):
    assert clause in {one.clause for one in held(ward.unit, year)}
