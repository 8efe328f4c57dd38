"""A draft and the register row of the same paper become one document, whichever came first."""

from __future__ import annotations

from typing import Any

from chuan.documents.models import Document


def join_register_row(row: Document, document: Document, fields: dict[str, Any]) -> bool:
    """Let the draft take the place of a followed row with the same number and day; False when it is another paper.

    The row's code goes to the draft, so that the next import of the register finds it; the row itself stays,
    unlisted and uncounted. Inside the act of the draft.
    """
    same = row.basis == Document.Basis.REGISTER and row.issued_on == fields["issued_on"] and row.outside_code
    if not same or document.outside_code:
        return False
    code = row.outside_code
    row.outside_code, row.listed = "", False
    row.save(update_fields=["outside_code", "listed"])
    fields["outside_code"] = code
    return True
