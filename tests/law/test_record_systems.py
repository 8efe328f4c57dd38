"""Which system keeps a register by law, by day; each value says how sure it is."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.record_systems import lawful_system, registers_by_law
from chuan.rules.types import Sure


def test_dossiers_documents_and_petitions_are_kept_outside() -> None:
    assert set(registers_by_law()) == {"dossiers", "documents", "feedback", "petitions"}


@pytest.mark.parametrize("register", ["dossiers", "documents", "feedback", "petitions"])
@pytest.mark.parametrize("on", [date(2023, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 1)])
def test_every_day_of_these_years_has_one_system_with_its_act(register: str, on: date) -> None:
    value = lawful_system(register, on)
    assert value is not None
    assert value.value
    assert value.citation.number


def test_totals_come_out_of_the_system_that_keeps_the_rows() -> None:
    kept = lawful_system("dossiers", date(2021, 4, 1))
    assert lawful_system("dossier_totals", date(2021, 4, 1)) == kept
    assert lawful_system("unit_totals", date(2021, 4, 1)) == kept
    assert lawful_system("certification_totals", date(2021, 4, 1)) is None, "no act says which"


def test_what_no_act_names_is_not_made_up() -> None:
    assert lawful_system("dossiers", date(2017, 1, 1)) is None
    assert lawful_system("no_such", date(2026, 1, 1)) is None


def test_only_the_decree_that_was_read_is_called_read() -> None:
    """154/2026/NĐ-CP, Điều 27: reception of citizens is recorded in the national database too."""
    found = lawful_system("petitions", date(2026, 7, 1))
    assert found is not None
    assert (found.sure, found.citation.article) == (Sure.READ, "Điều 27")
    documents = lawful_system("documents", date(2026, 7, 1))
    assert documents is not None
    assert documents.sure is Sure.UNVERIFIED
