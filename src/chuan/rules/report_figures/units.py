"""Units as reports write them: which measure the same thing, and what one is in another. Exact."""

from __future__ import annotations

from fractions import Fraction

from chuan.rules.vietnamese import fold

_SIZES = {
    "money": {"dong": 1, "nghin dong": 10**3, "trieu dong": 10**6, "ty dong": 10**9},
    "dollars": {"usd": 1, "trieu usd": 10**6, "ty usd": 10**9},
    "rate": {"‰": 1, "%": 10},
    "area": {"m2": 1, "ha": 10**4},
    "length": {"m": 1, "km": 1000},
    "weight": {"kg": 1, "ta": 100, "tan": 1000, "nghin tan": 10**6},
}
_LOOSE = frozenset({"nguoi", "nam", "thang", "dau nguoi", "ho", "lao dong"})
"""What may follow the slash in one paper and be left out in another: "65 triệu đồng", "65 triệu đồng/người/năm"."""
_SAME = {"m²": "m2", "tdp": "to dan pho"}


def converted(value: Fraction, written: str, wanted: str) -> Fraction | None:
    """The value in the wanted unit; None when the two measure different things."""
    one, other = _parted(written), _parted(wanted)
    if one is None or other is None or one[0] != other[0] or not _per_fits(one[2], other[2]):
        return None
    return value * one[1] / other[1]


def fits(written: str, wanted: str) -> bool:
    """Whether a figure written so can be one measured so."""
    if converted(Fraction(1), written, wanted) is not None:
        return True
    one, other = _plain(written), _plain(wanted)
    return bool(one) and bool(other) and (one == other or _begins(one, other) or _begins(other, one))


def same(written: str, wanted: str) -> bool:
    """Whether both are the same unit, whatever follows the slash."""
    if not written or not wanted:
        return False
    parted = _parted(written), _parted(wanted)
    if parted[0] is not None and parted[1] is not None:
        return parted[0][:2] == parted[1][:2]
    return fits(written, wanted)


def _parted(unit: str) -> tuple[str, int, tuple[str, ...]] | None:
    """(what it measures, its size, what follows the slash); None for things that are counted."""
    head, *per = (_plain(part) for part in unit.split("/"))
    for family, sizes in _SIZES.items():
        if head in sizes:
            return family, sizes[head], tuple(per)
    return None


def _per_fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return [part for part in one if part not in _LOOSE] == [part for part in other if part not in _LOOSE]


def _plain(unit: str) -> str:
    folded = fold(unit).replace("²", "2")
    return _SAME.get(folded, folded)


def _begins(one: str, other: str) -> bool:
    return other.startswith(one + " ")
