"""What the register of results of ranking accepts from files: a name, a post, points, a level. No identity number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from chuan.offers.fields import Field, FieldKind
from chuan.rules.ranking import LEVEL_NAMES, Level
from chuan.rules.vietnamese.letters import fold
from chuan.workforce.fields_judged import JudgedElsewhere

RANKINGS = "rankings"
_SHORT = {
    Level.EXCELLENT: ("htxsnv", "htxs", "xuat sac", "hoan thanh xuat sac"),
    Level.GOOD: ("httnv", "htt", "tot", "hoan thanh tot"),
    Level.COMPLETED: ("htnv", "ht", "hoan thanh"),
    Level.FAILED: ("khtnv", "kht", "khong hoan thanh"),
}


class Rankings(JudgedElsewhere):
    """One row an official in the period that the file names; whose it is a person says, once for each file."""

    key = RANKINGS
    title = "Kết quả xếp loại chất lượng"
    fields: tuple[Field, ...] = (
        Field(
            "name", FieldKind.TEXT, "Họ và tên", required=True,
            synonyms=("ho ten", "ten can bo", "can bo cong chuc", "ho va ten cong chuc", "cong chuc"),
        ),
        Field(
            "post", FieldKind.TEXT, "Chức danh",
            synonyms=("chuc vu", "vi tri viec lam", "chuc danh chuc vu", "vi tri cong tac"),
        ),
        Field(
            "points", FieldKind.NUMBER, "Điểm", synonyms=("tong diem", "diem danh gia", "ket qua diem", "diem xep loai")
        ),
        Field(
            "level", FieldKind.CHOICE, "Mức xếp loại", required=True,
            synonyms=("xep loai", "ket qua xep loai", "muc do hoan thanh", "ket qua danh gia", "xep loai chat luong"),
            choices={
                **{fold(name): level.value for level, name in LEVEL_NAMES.items()},
                **{short: level.value for level, shorts in _SHORT.items() for short in shorts},
            },
            said={level.value: name for level, name in LEVEL_NAMES.items()},
        ),
    )  # fmt: skip

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """Points beyond the scale."""
        points = values.get("points", "")
        if points and not 0 <= Fraction(points) <= 100:
            return [("points", "Điểm ngoài thang từ 0 đến 100. Kiểm tra ô này ở nơi chấm rồi xuất lại.")]
        return []
