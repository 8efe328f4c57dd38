"""Codes of controlled documents: QT-01, QT.XNKBCXB.02, BM.XNKBCXB.02.01."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chuan.documents.models import ControlledDocument
from chuan.documents.refusals_controlled import CodeUnreadable

_PART = re.compile(r"[A-ZÀ-ỸĐ0-9]+(?:[.\-/][A-ZÀ-ỸĐ0-9]+)*")
_Kind = ControlledDocument.Kind
_FIRST = {
    _Kind.POLICY: "CSCL",
    _Kind.MANUAL: "STCL",
    _Kind.SYSTEM_PROCEDURE: "QT",
    _Kind.SERVICE_PROCEDURE: "QT.",
    _Kind.FORM: "BM",
    _Kind.INSTRUCTION: "HD",
    _Kind.OUTSIDE: "TLN",
}


def read_code(typed: str) -> str:
    """The code in capitals and without spaces. Raises ``CodeUnreadable``."""
    code = "".join(typed.split()).upper()
    if len(code) > 40 or not _PART.fullmatch(code):
        raise CodeUnreadable(typed=typed.strip()[:60])
    return code


def symbol_of(code: str) -> str:
    """What a form is named after: "XNKBCXB.02" of QT.XNKBCXB.02, "QT-01" of QT-01."""
    return code.removeprefix("QT.")


def next_code(kind: str, held: Iterable[str], parent: str = "") -> str:
    """A code not held yet: the next number of its kind, or of the forms of a procedure; service procedures by hand."""
    if kind == _Kind.SERVICE_PROCEDURE:
        return ""
    stem = f"BM.{symbol_of(parent)}." if kind == _Kind.FORM and parent else f"{_FIRST[_Kind(kind)]}-"
    used = set(held)
    return next(code for n in range(1, len(used) + 2) if (code := f"{stem}{n:02d}") not in used)
