"""Constants of a layout that copy another field of the row ("=received_at"): which are wrong, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from chuan.intake.reading import COPIES, ColumnMap
from chuan.intake.reading.headers import fields_of
from chuan.offers.fields import Field, FieldKind, Register

_TAKES = {FieldKind.TEXT: frozenset(FieldKind), FieldKind.MOMENT: {FieldKind.MOMENT, FieldKind.DATE}}
"""Kinds whose stored text another kind can hold; any kind holds its own."""


def shape_faults(constants: Mapping[str, str], fed: Collection[object]) -> Iterator[str]:
    """Faults of a layout file by itself: a copy of nothing, or of a field that none of its columns feeds."""
    for name, text in constants.items():
        copied = text.removeprefix(COPIES)
        if text.startswith(COPIES) and (not copied or copied not in fed):
            yield f"“constants”: “{name}” chép từ “{copied}” mà không cột nào ghép vào mục ấy"


def wrong_copies(mapping: ColumnMap, register: Register) -> Iterator[str]:
    """Why a copy does not serve the register, as Vietnamese sentences.

    A personal field is never copied: it is dropped unless a purpose is named, and a copy would go round that.
    """
    fields, fed = fields_of(register), set(mapping.columns.values())
    for name, copied in mapping.copies.items():
        source, target = fields.get(copied), fields.get(name)
        if source is None:
            yield f"Mục “{name}” chép từ mục “{copied}” mà sổ “{register.title}” không có."
        elif copied not in fed:
            yield f"Mục “{name}” chép từ “{source.label}” mà chưa ghép cột nào vào “{source.label}”."
        elif source.personal:
            yield f"Mục “{name}” không được chép từ “{source.label}”: đó là dữ liệu cá nhân."
        elif target is not None and not _holds(target, source):
            yield f"“{target.label}” không chép được từ “{source.label}”: hai mục khác loại."


def _holds(target: Field, source: Field) -> bool:
    return target.kind is source.kind or source.kind in _TAKES.get(target.kind, ())
