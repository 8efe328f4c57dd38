"""Drawing a sample by digest: the same seed, the same sample; nobody chooses."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.sampling import draw, place

KEYS = st.sets(st.text(min_size=1, max_size=12), max_size=60)


def test_the_order_is_that_of_digests_anybody_can_work_out():
    keys = ["a", "b", "c"]
    assert list(draw(keys, seed=1, size=3)) == sorted(keys, key=lambda key: place(key, seed=1))


@given(KEYS, st.integers(0, 10**9), st.integers(0, 70))
def test_the_same_seed_gives_the_same_sample_in_whatever_order_the_list_comes(
    keys: set[str], seed: int, size: int
):
    drawn = draw(sorted(keys), seed=seed, size=size)
    assert drawn == draw(sorted(keys, reverse=True), seed=seed, size=size)
    assert len(drawn) == len(set(drawn)) == min(size, len(keys))
    assert set(drawn) <= keys


@given(KEYS, st.text(min_size=1), st.integers(0, 10**9), st.integers(1, 20))
def test_one_more_dossier_moves_at_most_one_place(keys: set[str], more: str, seed: int, size: int):
    before, after = set(draw(keys, seed=seed, size=size)), set(draw(keys | {more}, seed=seed, size=size))
    assert len(before - after) <= 1


def test_over_many_seeds_everybody_has_the_same_chance():
    keys = [f"hồ sơ {n}" for n in range(10)]
    drawn = Counter(key for seed in range(2_000) for key in draw(keys, seed=seed, size=3))
    assert all(500 < drawn[key] < 700 for key in keys)
