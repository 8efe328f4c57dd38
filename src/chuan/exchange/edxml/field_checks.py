"""Checks of single fields: a code, a day, an agency, an identity."""

from __future__ import annotations

from collections.abc import Iterator

from chuan.exchange.edxml.document_ids import read_document_id
from chuan.exchange.edxml.headers import Organ, ResponseFor
from chuan.exchange.edxml.organ_codes import organ_code
from chuan.exchange.edxml.packets import Remark
from chuan.exchange.edxml.when import day_of, moment_of
from chuan.law.edxml import codes


def organ_remarks(organ: Organ, where: str, words: str) -> Iterator[Remark]:
    """An agency names itself wholly."""
    for text, tag, said in (
        (organ.id, "OrganId", "mã định danh"),
        (organ.in_charge, "OrganizationInCharge", "cơ quan chủ quản"),
        (organ.name, "OrganName", "tên cơ quan"),
    ):
        if not text.strip():
            yield missing(f"{where}/{tag}", f"{said} của {words}")
    yield from organ_id_remarks(organ.id, f"{where}/OrganId")


def organ_id_remarks(text: str, where: str) -> Iterator[Remark]:
    """The code is one of the two known kinds."""
    if text.strip() and organ_code(text) is None:
        yield Remark(
            "organ_code_unknown",
            f"Mã cơ quan “{shortened(text)}” không theo QCVN 102:2016 hay Quyết định 20/2020/QĐ-TTg; giữ nguyên.",
            where,
        )


def document_id_remarks(text: str, where: str) -> Iterator[Remark]:
    """The triple is one, with a day in it."""
    if not text.strip():
        return
    found = read_document_id(text)
    if found is None:
        yield Remark(
            "document_id_form",
            f"Mã định danh văn bản “{shortened(text)}” không gồm ba phần cơ quan, ngày, số và ký hiệu; giữ nguyên.",
            where,
        )
    elif found.day is None:
        yield _no_day(found.dated, where, "ngày trong mã định danh văn bản")


def answered_remarks(answered: ResponseFor) -> Iterator[Remark]:
    """The document answered is named rightly."""
    yield from day_remarks(answered.dated, "ResponseFor/PromulgationDate", "ngày của văn bản được trả lời")
    yield from document_id_remarks(answered.document_id, "ResponseFor/DocumentId")
    yield from organ_id_remarks(answered.organ_id, "ResponseFor/OrganId")


def listed_remarks(which: str, code: str, where: str, words: str) -> Iterator[Remark]:
    """The code is on its list."""
    if code.strip() and code.strip() not in codes(which):
        yield Remark(
            "code_unknown", f"Mã {words} “{shortened(code)}” không có trong danh mục; giữ nguyên.", where
        )


def day_remarks(text: str, where: str, words: str) -> Iterator[Remark]:
    """The text is a day, or empty."""
    if text.strip() and day_of(text) is None:
        yield _no_day(text, where, words)


def moment_remarks(text: str, where: str, words: str) -> Iterator[Remark]:
    """The text is a moment."""
    if not text.strip():
        yield missing(where, words)
    elif moment_of(text) is None:
        yield _no_day(text, where, words)


def _no_day(text: str, where: str, words: str) -> Remark:
    said = f"Không có ngày giờ “{shortened(text)}” ({words}); giữ nguyên như đã ghi."
    return Remark("date_impossible", said, where)


def missing(where: str, words: str) -> Remark:
    """The remark on what is not there."""
    return Remark("missing", f"Thiếu {words}.", where)


def shortened(text: str) -> str:
    """A text in one line, to be quoted."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
