"""The minutes of a review typeset, and its decisions as a worksheet. No identity numbers: none are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone, translation

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.outgoing.heads import agency_lines, name_on_paper, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.law.review_inputs import outputs
from chuan.paper.contents import Content, body_from_text, paper_of
from chuan.paper.papers import Annex, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.people.viewer import Viewer
from chuan.reviews.collecting import Inputs, LetterShown, inputs_of, standing_minutes
from chuan.reviews.models import Attendance, Minutes, Resolution, Review
from chuan.rules.reviews import OutputKind
from chuan.rules.wording import said

BLANK = "…"


def minutes_pdf(review: Review, *, by: Viewer, at: datetime, reasons: bool = True) -> bytes:
    """The minutes as PDF/A. Call it outside any transaction.

    ``reasons``: with why somebody was away, which may name an illness; what leaves the house goes without.
    """
    content, on = minutes_content(review, by=by, at=at, reasons=reasons), timezone.localtime(at).date()
    with translation.override("vi"):
        return to_pdf(paper_of(
            content, agency=agency_lines(review.owner_unit), place=place_of(review.owner_unit),
            year=(review.held_on or on).year, made_on=on, symbol=symbol_for(review.owner_unit, "BB", on),
        ))  # fmt: skip


def minutes_content(review: Review, *, by: Viewer, at: datetime, reasons: bool = True) -> Content:
    """Who was there, what was looked at by letter, what was said and decided, as a draft begins."""
    with translation.override("vi"):
        minutes = standing_minutes(review)
        assert minutes is not None, "the meeting is written first"
        on = timezone.localtime(at).date()
        known = inputs_of(review, by=by, on=on, at=at)
        decided = list(review.resolutions.standing().select_related("owner").order_by("pk"))
        begun = beginning_of("BB", review.owner_unit, on)
        text = "\n".join(
            [
                *_who(review, minutes, reasons=reasons),
                *_looked_at(known),
                *_talked(minutes),
                *_decided(decided),
            ]
        )
        return replace(
            begun,
            subject=f"họp xem xét của lãnh đạo về hệ thống quản lý chất lượng, kỳ {said(review.period)}",
            body=body_from_text(text), annexes=_annexes(decided),
            signer=Signer((), "CHỦ TRÌ", name_on_paper(minutes.chair)),
            second_signer=Signer((), "THƯ KÝ", name_on_paper(minutes.secretary)),
            recipients=("Người dự họp", "Ban Chỉ đạo ISO", "Lưu: VT"),
        )  # fmt: skip


def decisions_sheet(rows: Iterable[Resolution], title: str, on: date) -> bytes:
    """Decisions one a line, with owner, day and how each stands."""
    with translation.override("vi"):
        table = Table(
            title=title,
            headers=["Cuộc xem xét", "Ngày họp", "Loại", "Nội dung", "Người chịu trách nhiệm", "Hạn", "Hiện trạng",
                     "Ngày xong", "Kết quả, minh chứng"],
            rows=[_line(one, on) for one in rows],
            notes=[f"Tính đến ngày {said(on)}."],
            sheet_name="Kết luận",
            widths={0: 14, 1: 12, 2: 16, 3: 60, 4: 26, 5: 12, 6: 16, 7: 12, 8: 50},
            number_formats=dict.fromkeys((1, 5, 7), "dd/mm/yyyy"),
        )  # fmt: skip
        return write_sheet(table)


def standing_words(one: Resolution, on: date) -> str:
    """ "đang làm", "quá hạn", "đã xong" …"""
    if one.state == Resolution.State.OPEN and one.due_on is not None and one.due_on < on:
        return "quá hạn"
    return str(one.get_state_display())


def _who(review: Review, minutes: Minutes, *, reasons: bool) -> list[str]:
    seats = list(minutes.attendance.select_related("official").order_by("position"))
    there, away = [one for one in seats if one.present], [one for one in seats if not one.present]
    missing = "; ".join(f"{_name(one)} ({one.reason})" if reasons else _name(one) for one in away)
    return [
        f"Thời gian bắt đầu: {minutes.began or BLANK}, ngày {said(minutes.held_on)}",
        f"Địa điểm: {minutes.place or BLANK}",
        f"Chủ trì: {name_on_paper(minutes.chair)}",
        f"Thư ký: {name_on_paper(minutes.secretary)}",
        f"Thành phần tham dự: {', '.join(_name(one) for one in there)}",
        f"Vắng: {missing or 'không'}",
        f"Căn cứ: {review.citation or 'chương trình xem xét ' + review.code}",
    ]


def _looked_at(known: Inputs) -> list[str]:
    lines = [
        "I. ĐẦU VÀO ĐÃ XEM XÉT",
        f"Tổng hợp từ các sổ tính đến ngày {said(known.as_of)} (TCVN ISO 9001:2015, 9.3.2).",
    ]
    for n, one in enumerate(known.letters, 1):
        lines += [f"{n}. {one.asked.title}", *_sentences(one)]
    return lines


def _sentences(one: LetterShown) -> list[str]:
    told = [f"- {sentence.words}" for sentence in one.sentences] + [
        f"- {extra.words}" for extra in one.additions
    ]
    return told or ["- Chưa có thông tin."]


def _talked(minutes: Minutes) -> list[str]:
    return ["II. Ý KIẾN TẠI CUỘC HỌP", *(minutes.opinions.splitlines() or ["Không có ý kiến khác."])]


def _decided(decided: Sequence[Resolution]) -> list[str]:
    lines = ["III. KẾT LUẬN (TCVN ISO 9001:2015, 9.3.3)"]
    for n, (kind, told) in enumerate(outputs().items(), 1):
        lines += [f"{n}. {told.title}", *_of_kind(kind, decided)]
    return [*lines, "Biên bản được đọc lại cho người dự họp cùng nghe."]


def _of_kind(kind: OutputKind, decided: Sequence[Resolution]) -> list[str]:
    mine = [one for one in decided if one.kind == kind]
    return [f"- {_said(one)}" for one in mine] or ["- Chưa kết luận."]


def _said(one: Resolution) -> str:
    if one.owner is None or one.due_on is None:
        return f"Không cần quyết định: {one.words}"
    return f"{one.words} ({name_on_paper(one.owner)}, hạn {said(one.due_on)})"


def _annexes(decided: Sequence[Resolution]) -> tuple[Annex, ...]:
    given = [one for one in decided if one.owner is not None and one.due_on is not None]
    if not given:
        return ()
    rows = tuple(
        (str(n), one.words, name_on_paper(one.owner), said(one.due_on))  # type: ignore[arg-type]
        for n, one in enumerate(given, 1)
    )
    table = TableBlock(
        headers=("TT", "Việc", "Người chịu trách nhiệm", "Hạn"), rows=rows, widths=(8, 66, 34, 20)
    )
    return (Annex("Việc được giao sau cuộc xem xét", (table,)),)


def _name(one: Attendance) -> str:
    return name_on_paper(one.official) if one.official is not None else one.guest


def _line(one: Resolution, on: date) -> list[CellValue]:
    return [
        one.review.code, one.review.held_on, one.kind_words, one.words, one.owner.name if one.owner else "",
        one.due_on, standing_words(one, on), one.done_on, one.evidence,
    ]  # fmt: skip
