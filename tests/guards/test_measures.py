"""Every measure says what it is; every measure that a proposal names is there; every figure can be opened."""

from __future__ import annotations

import pytest
from django.urls import resolve

from chuan.law.indicators import catalogue
from chuan.offers import measures
from chuan.offers.measures import Measure
from chuan.offers.registers import followed

KEPT_HERE = {"survey_totals", "acknowledgements", "rewards", "self_checks", "surveys"}
"""What rooms of Chuẩn keep themselves, so that no followed file brings it."""


@pytest.mark.parametrize("measure", measures.every(), ids=lambda one: one.key)
def test_a_measure_has_a_title_a_formula_a_source_and_a_grade(measure: Measure):
    assert measure.title
    assert measure.formula
    assert measure.source.number
    assert measure.grade in "ABCD"
    assert measure.version >= 1


@pytest.mark.parametrize("measure", measures.every(), ids=lambda one: one.key)
def test_a_measure_counts_registers_that_exist(measure: Measure):
    """Otherwise an import would never make it count."""
    assert measures.registers_of(measure) <= {one.key for one in followed()} | KEPT_HERE


@pytest.mark.parametrize("measure", measures.every(), ids=lambda one: one.key)
def test_the_words_of_a_measure_fit_into_a_sentence(measure: Measure):
    names = measures.words_of(measure)
    assert all(word == word.strip() and word == word[:1].lower() + word[1:] for word in
               (names.case, names.miss, names.hit))  # fmt: skip


def test_every_measure_that_a_proposal_names_is_registered():
    named = {
        one.measure_key
        for one in catalogue().known
        if one.measure_key.startswith(("dossiers.", "documents.", "petitions.resolved"))
    }
    assert {"dossiers.on_time", "documents.signed", "documents.circulated", "petitions.resolved"} <= named
    assert named <= {one.key for one in measures.every()}


@pytest.mark.parametrize("measure", measures.every(), ids=lambda one: one.key)
def test_where_a_measure_is_mended_is_an_address_of_the_house(measure: Measure):
    if (mend := measures.mended_by(measure)) is not None:
        assert mend[0]
        assert resolve(mend[1])
