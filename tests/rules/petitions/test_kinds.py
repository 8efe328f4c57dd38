"""Kinds and channels of petitions; a mixed letter is split; five signers are many."""

from __future__ import annotations

import pytest

from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES, Channel, Kind, by_many, split
from chuan.rules.refusals import MixedNotSplit
from tests.rules.petitions.letters import NEW, OLD, law


def test_a_mixed_letter_is_split_into_its_kinds_each_once():
    """154/2026/NĐ-CP, Điều 14.4."""
    parts = split([Kind.DENUNCIATION, Kind.COMPLAINT, Kind.DENUNCIATION])
    assert parts == (Kind.DENUNCIATION, Kind.COMPLAINT)


@pytest.mark.parametrize("kinds", [[], [Kind.COMPLAINT], [Kind.COMPLAINT, Kind.MIXED], [Kind.COMPLAINT] * 2])
def test_one_kind_or_a_mixed_part_is_no_split(kinds: list[Kind]):
    with pytest.raises(MixedNotSplit, match="ít nhất hai phần"):
        split(kinds)


@pytest.mark.parametrize("on", [OLD, NEW])
def test_five_signers_are_many_and_four_are_not(on):
    """07/2014/TT-TTCP, Điều 6; since 15/11/2021 unverified."""
    assert by_many(5, law(on))
    assert not by_many(4, law(on))


def test_every_kind_and_channel_has_a_name():
    assert set(KIND_NAMES) == set(Kind)
    assert set(CHANNEL_NAMES) == set(Channel)
