"""The text that a new controlled document begins with: headings and hints in the office's own words.

A service procedure follows the layout of procedures in use in Hà Tĩnh; the others the usual set of a quality
management system in a State agency. No sentence of a standard is in them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from django.utils.translation import gettext_lazy as _

from chuan.documents.controlled.codes import symbol_of
from chuan.documents.models import ControlledDocument

_Kind = ControlledDocument.Kind

CHOICES = (
    ("", _("Theo loại tài liệu")),
    ("objectives", _("Quy trình lập và theo dõi mục tiêu chất lượng")),
    ("risks", _("Quy trình quản lý rủi ro và cơ hội")),
    ("documented_information", _("Quy trình kiểm soát thông tin dạng văn bản")),
    ("audit", _("Quy trình đánh giá nội bộ")),
    ("nonconformity", _("Quy trình kiểm soát sự không phù hợp")),
    ("management_review", _("Quy trình xem xét của lãnh đạo")),
)
"""Templates besides those of a kind."""

_CLAUSES = {
    "objectives": "6.2",
    "risks": "6.1",
    "documented_information": "7.5",
    "audit": "9.2",
    "nonconformity": "8.7, 10.2",
    "management_review": "9.3",
}


def beginning_of(document: ControlledDocument, template: str = "") -> str:
    """The text in plain lines; "" for a document from outside, of which the file is taken in."""
    if document.kind == _Kind.OUTSIDE:
        return ""
    wanted = template if template in _CLAUSES else document.kind
    text = (files("chuan.documents.controlled") / "texts" / f"{wanted}.txt").read_text(encoding="utf-8")
    clauses = document.clauses or _CLAUSES.get(template, "…")
    given = {"code": document.code, "symbol": symbol_of(document.code), "agency": document.unit.committee}
    return text.format(**given, clauses=clauses).strip()


def unfinished(text: str) -> list[str]:
    """Lines that still hold an open place "…" or are a hint of a template, as they were shipped."""
    return [line for line in text.splitlines() if "…" in line or line.strip() in _hints()]


@cache
def _hints() -> frozenset[str]:
    """Every line of the templates that tells the writer what to write."""
    shipped = (files("chuan.documents.controlled") / "texts").iterdir()
    lines = (line.strip() for one in shipped for line in one.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line.startswith("> "))


def clauses_of(template: str) -> str:
    """The clauses that a template serves, as "8.7, 10.2"."""
    return _CLAUSES.get(template, "")
