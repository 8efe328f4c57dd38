"""Whether a file speaks of this unit: another ward's export must not slip in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chuan.intake.reading.types import Doubt, Facts
from chuan.intake.reading.words import key_of
from chuan.rules.vietnamese import settle_tones

_KIND = re.compile(r"\b(?:uy ban nhan dan|ubnd|trung tam phuc vu hanh chinh cong|bo phan mot cua)\b")
_TYPE = re.compile(r"^(?:phuong|xa|thi tran|dac khu)\s+")
_TAIL = re.compile(r"\s*(?:,|\s-\s|\s–\s|\().*$")


def other_ward(facts: Facts, names: Sequence[str]) -> Doubt | None:
    """A doubt when the file names a unit that is none of ``names`` (the unit, its predecessors).

    A file that names no unit raises none: silence proves nothing.
    """
    if not facts.unit or not names or any(same_unit(facts.unit, name) for name in names):
        return None
    sentence = (
        f"Tệp ghi đơn vị “{facts.unit}” (ô {facts.unit_place}), không phải {names[0]}. "
        "Nếu chọn nhầm tệp, hãy bỏ tệp này; nếu đúng, xác nhận để nhập."
    )
    return Doubt("other_ward", facts.unit_place, sentence)


def not_among(units: Sequence[str], names: Sequence[str]) -> Doubt | None:
    """A doubt when a table with one row a unit has a row for none of ``names``; its letterhead is another's anyway."""
    if not names or any(same_unit(unit, name) for unit in units for name in names):
        return None
    sentence = (
        f"Không dòng nào của tệp ghi {names[0]}. Nếu chọn nhầm tệp, hãy bỏ tệp này; "
        "nhập vào thì không có số nào của đơn vị để so."
    )
    return Doubt("other_ward", "", sentence)


def same_unit(one: str, other: str) -> bool:
    """Whether two names mean one unit: "UBND phường Bắc Hồng, TX Hồng Lĩnh" and "Phường Bắc Hồng".

    The kind decides only when both say it: "xã Xuân Lam" is not "phường Xuân Lam".
    """
    (kind, name), (other_kind, other_name) = _parted(one), _parted(other)
    return name == other_name and (kind == other_kind or not kind or not other_kind)


def _parted(text: str) -> tuple[str, str]:
    words = " ".join(_KIND.sub(" ", key_of(_TAIL.sub("", settle_tones(text)))).split())
    kind = _TYPE.match(words)
    return (kind[0].strip() if kind else "", words[kind.end() :] if kind else words)
