"""Layouts as small files: those that come with Chuẩn, and those that one ward gives another.

A layout file is TOML: name, register, source, the columns with their fields, this source's words
for choices, and what holds for every row of such a file. It is recognised by its header only.

    [constants]
    status = "returned"          # this value in every row
    ready_at = "=received_at"    # the row's own received_at, where no column gives a ready_at
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.intake.layouts.copying import shape_faults, wrong_copies
from chuan.intake.reading import Column, ColumnMap, Header, fingerprint, missing
from chuan.intake.reading.headers import column_keys
from chuan.offers.fields import Register
from chuan.rules.refusals import LayoutUnreadable
from chuan.rules.vietnamese import compose

_TOP = {"name", "register", "source", "note", "columns", "choices", "constants"}
_COLUMN = {"header", "field", "purpose"}
_LONGEST = 64_000
_PART = " / "


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """One layout: the header it knows and what each column is. ``note`` says how sure its header is."""

    name: str
    register: str
    source: str
    columns: tuple[Column, ...]
    mapping: ColumnMap
    note: str = ""

    @property
    def fingerprint(self) -> str:
        """Of the header: equal to that of a file which this layout fits."""
        return fingerprint(self.columns)


def load_layout(text: str, *, name: str) -> LayoutFile:
    """The layout in a file's text. Raises LayoutUnreadable with the reason."""
    if len(text) > _LONGEST:
        raise LayoutUnreadable(name=name, why="tệp quá dài, không phải cách ghép cột")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise LayoutUnreadable(name=name, why="nội dung không đúng cú pháp TOML") from None
    faults = list(_faults(data))
    if faults:
        raise LayoutUnreadable(name=name, why="; ".join(faults))
    return _made(data)


def dump_layout(layout: LayoutFile) -> str:
    """The layout as the text of a file, for giving away: ``load_layout`` of it is the same layout."""
    lines = [f"{key} = {_quoted(getattr(layout, key))}" for key in ("name", "register", "source", "note")]
    for column in layout.columns:
        field = layout.mapping.columns.get(column.key, "")
        purpose = layout.mapping.purposes.get(field, "")
        lines += ["", "[[columns]]", f"header = {_quoted(column.text)}"]
        lines += [f"field = {_quoted(field)}"] * bool(field) + [f"purpose = {_quoted(purpose)}"] * bool(
            purpose
        )
    for field, words in sorted(layout.mapping.choices.items()):
        lines += ["", f"[choices.{_quoted(field)}]", *_pairs(words)]
    if layout.mapping.constants:
        lines += ["", "[constants]", *_pairs(layout.mapping.constants)]
    return "\n".join(lines) + "\n"


def layout_of(header: Header, mapping: ColumnMap, *, name: str, register: str, source: str) -> LayoutFile:
    """The layout that a person just confirmed, ready to be kept or given away."""
    return LayoutFile(name, register, source, header.columns, mapping)


@cache
def shipped() -> tuple[LayoutFile, ...]:
    """The layouts that come with Chuẩn, by name of their files."""
    found = sorted(
        (one for one in files(__package__).iterdir() if one.name.endswith(".toml")), key=lambda f: f.name
    )
    return tuple(load_layout(one.read_text(encoding="utf-8"), name=one.name) for one in found)


def recognise(header: Header, layouts: tuple[LayoutFile, ...] | None = None) -> LayoutFile | None:
    """The layout whose header this is, whatever the order of its columns; None when it is a new one."""
    known = shipped() if layouts is None else layouts
    return next((one for one in known if one.fingerprint == header.fingerprint), None)


def lender(mapping: ColumnMap, register: Register) -> LayoutFile | None:
    """The shipped layout whose constants also hold for a file of nearly its header; None when none surely does.

    Told by the code's column: "Số chứng thực" stands in one shipped layout only, so a book of certifications with
    a column more or less is still one of work done on the spot, while "Mã hồ sơ" stands in many.
    """
    code = next((key for key, field in mapping.columns.items() if field == register.code_field), "")
    same = [
        one
        for one in shipped()
        if one.register == register.key and one.mapping.columns.get(code) == register.code_field
    ]
    if len(same) != 1 or not same[0].mapping.constants:
        return None
    lent = replace(mapping, constants=same[0].mapping.constants)
    return None if any(wrong_copies(lent, register)) else same[0]


def problems_with(layout: LayoutFile, register: Register) -> tuple[str, ...]:
    """Why the layout does not serve this register, as Vietnamese sentences; empty when it does."""
    names = {field.name for field in register.fields}
    named = {*layout.mapping.columns.values(), *layout.mapping.constants, *layout.mapping.choices}
    found = [f"Sổ “{register.title}” không có mục “{name}”." for name in sorted(named - names)]
    if layout.register != register.key:
        found.append(f"Cách ghép cột này dành cho sổ “{layout.register}”, không phải “{register.key}”.")
    return (
        *found,
        *wrong_copies(layout.mapping, register),
        *(f"Chưa ghép cột nào vào “{label}”." for label in missing(layout.mapping, register.fields)),
    )


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    """Every fault of the file's shape, so that all can be mended at once."""
    for key in sorted(set(data) - _TOP):
        yield f"có mục lạ “{key}”"
    for key in ("name", "register", "source"):
        if not _is_text(data.get(key)):
            yield f"thiếu “{key}”"
    if not isinstance(data.get("note", ""), str):
        yield "“note” phải là chữ"
    columns = data.get("columns")
    if not isinstance(columns, list) or not columns or not all(isinstance(one, dict) for one in columns):
        yield "thiếu danh sách cột “columns”"
        return
    yield from _column_faults(columns)
    yield from _table_faults(data)
    if _is_words(constants := data.get("constants", {})):
        yield from shape_faults(constants, {one.get("field") for one in columns})


def _column_faults(columns: list[dict[str, Any]]) -> Iterator[str]:
    fields = [one["field"] for one in columns if one.get("field")]
    for n, one in enumerate(columns, start=1):
        if not _is_text(one.get("header")):
            yield f"cột thứ {n} thiếu “header”"
        for key in sorted(set(one) - _COLUMN):
            yield f"cột thứ {n} có mục lạ “{key}”"
        if any(not isinstance(one.get(key, ""), str) for key in ("field", "purpose")):
            yield f"cột thứ {n}: “field” và “purpose” phải là chữ"
        if one.get("purpose") and not one.get("field"):
            yield f"cột thứ {n} nêu mục đích mà không ghép vào mục nào"
    for field in sorted({str(field) for field in fields if fields.count(field) > 1}):
        yield f"hai cột cùng ghép vào “{field}”"


def _table_faults(data: Mapping[str, Any]) -> Iterator[str]:
    choices, constants = data.get("choices", {}), data.get("constants", {})
    if not _is_words(constants):
        yield "“constants” phải là các cặp tên = chữ"
    if not isinstance(choices, dict) or not all(_is_words(words) for words in choices.values()):
        yield "“choices” phải là các bảng chữ = giá trị"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_words(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(word, str) for word in value.values())


def _made(data: Mapping[str, Any]) -> LayoutFile:
    parts = [tuple(compose(one["header"]).split(_PART)) for one in data["columns"]]
    columns = column_keys(enumerate(parts))
    fed = {
        column.key: one["field"]
        for column, one in zip(columns, data["columns"], strict=True)
        if one.get("field")
    }
    purposes = {one["field"]: one["purpose"] for one in data["columns"] if one.get("purpose")}
    mapping = ColumnMap(fed, purposes, data.get("choices", {}), data.get("constants", {}))
    return LayoutFile(data["name"], data["register"], data["source"], columns, mapping, data.get("note", ""))


def _pairs(words: Mapping[str, str]) -> list[str]:
    return [f"{_quoted(word)} = {_quoted(stored)}" for word, stored in words.items()]


def _quoted(text: str) -> str:
    """A TOML string: JSON's quoting is TOML's, save for one letter that JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
