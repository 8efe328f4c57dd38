"""The types of administrative documents and how a symbol abbreviates them (NĐ 30/2020/NĐ-CP art 7, Phụ lục III)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``abbreviation`` is "" for công văn and thư công, whose symbols carry none."""

    key: str
    name: str
    abbreviation: str

    @property
    def title(self) -> str:
        """With a capital letter, as it stands before a number: "Quyết định"."""
        return self.name[0].upper() + self.name[1:]


@cache
def document_types() -> dict[str, DocumentType]:
    """All 29 types by key, in the order of the decree."""
    told = tomllib.loads((files("chuan.law") / "document_types.toml").read_text(encoding="utf-8"))
    return {one["key"]: DocumentType(one["key"], one["name"], one["abbreviation"]) for one in told["type"]}


@cache
def copy_kinds() -> dict[str, str]:
    """Names of the kinds of copies by their symbol: SY, TrS, SL."""
    told = tomllib.loads((files("chuan.law") / "document_types.toml").read_text(encoding="utf-8"))
    return {one["key"]: one["name"] for one in told["copy"]}


def type_title(key: str) -> str:
    """ "Quyết định" for "QĐ"; an unknown key as it is."""
    found = document_types().get(key)
    return found.title if found else key


def symbol_of(key: str, *, agency: str, unit: str = "") -> str:
    """The symbol of a document: "QĐ-UBND"; for công văn "UBND-VP", agency and drafting unit.

    Raises KeyError for an unknown type.
    """
    abbreviation = document_types()[key].abbreviation
    return "-".join(part for part in (abbreviation, agency, "" if abbreviation else unit) if part)
