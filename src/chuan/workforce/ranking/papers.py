"""The decision with its list, to be printed; its draft for the room of documents; the list as a sheet.

In the room of documents whole offices read: the draft there names nobody and says no level. The list is printed here,
by who may see it, and goes with the signed decision. No identity numbers anywhere: none are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils import translation

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.outgoing.heads import agency_lines, name_on_paper, place_of
from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.paper.contents import Content, paper_of
from chuan.paper.papers import Annex, Article, Paper, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.rules.ranking import said_points
from chuan.ui import formatters as say
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.board import Board, Row
from chuan.workforce.ranking.laws import law_of, level_words, named
from chuan.workforce.staff import in_post

WHO = "cán bộ, công chức"


def decision_content(round_: RankingRound, on: date) -> Content:
    """The decision without anybody's name, as a draft begins; the Chairman of the day signs it."""
    unit, of = round_.unit, named(round_).removeprefix("Xếp loại ")
    ward = f"{unit.get_kind_display().lower()} {unit.name}"
    begun = beginning_of("QĐ", unit, on)
    act = law_of(round_).values["ranking.regime"].citation.number
    body = (
        Article(
            "1", f"Xếp loại chất lượng {of} đối với {WHO} Ủy ban nhân dân {ward} theo danh sách kèm theo."
        ),
        Article("2", "Kết quả xếp loại được thông báo cho từng người và lưu trong hồ sơ của người đó."),
        Article(
            "3", "Văn phòng và những người có tên trong danh sách chịu trách nhiệm thi hành Quyết định này."
        ),
    )
    bases = (f"Căn cứ Nghị định số {act}", f"Căn cứ {round_.citation}", "Theo đề nghị của công chức nội vụ")
    return replace(
        begun, subject=f"về việc xếp loại chất lượng {WHO} {of}", body=body,
        bases=(*begun.bases[:1], *bases),
    )  # fmt: skip


def decision_pdf(board: Board, on: date) -> bytes:
    """The decision with its list, typeset. Call it outside any transaction."""
    with translation.override("vi"):
        return to_pdf(decision_paper(board, on))


def decision_paper(board: Board, on: date) -> Paper:
    """The parts of it: number and day blank, to be given where it is signed."""
    round_, unit = board.round, board.round.unit
    content = replace(decision_content(round_, on), annexes=(_annex(board),))
    return paper_of(
        content, agency=agency_lines(unit), place=place_of(unit), year=on.year, made_on=on,
        symbol=symbol_for(unit, "QĐ", on),
    )  # fmt: skip


def results_sheet(board: Board) -> bytes:
    """The list as a worksheet, with every level and the decision."""
    with translation.override("vi"):
        posts = _posts(board.round)
        table = Table(
            title=f"{named(board.round)} – {board.round.unit.committee}",
            headers=[
                "TT", "Họ và tên", "Chức danh", "Nhóm", "Bước", "Điểm", "Tự đề nghị", "Thủ trưởng đề nghị",
                "Mức quyết định", "Quyết định", "Ngày",
            ],
            rows=[_line(number, row, posts) for number, row in enumerate(board.rows, 1)],
        )  # fmt: skip
        return write_sheet(table)


def _annex(board: Board) -> Annex:
    rows = [one for one in board.rows if one.assessment.status != "left_out" and not one.assessment.above]
    posts = _posts(board.round)
    table = TableBlock(
        headers=("TT", "Họ và tên", "Chức danh", "Mức xếp loại"),
        rows=tuple(_listed(number, row, posts) for number, row in enumerate(rows, 1)),
        widths=(8, 40, 40, 40),
    )
    return Annex(f"Danh sách {WHO} được xếp loại", (table,))


def _listed(number: int, row: Row, posts: dict[int, str]) -> tuple[str, ...]:
    one = row.assessment
    return str(number), name_on_paper(one.official), posts.get(one.official_id, "–"), _level(one) or "…"


def _level(one: Assessment) -> str:
    return level_words(one.decided_level or one.proposed_level)


def _line(number: int, row: Row, posts: dict[int, str]) -> Sequence[CellValue]:
    one, points = row.assessment, row.assessment.exact_points
    return [
        number, one.official.name, posts.get(one.official_id, ""), row.group, row.stage,
        said_points(points) if points is not None else "", row.self_words, row.proposed_words, row.decided_words,
        one.decision, say.day(one.decided_on) if one.decided_on else "",
    ]  # fmt: skip


def _posts(round_: RankingRound) -> dict[int, str]:
    return {one.official.pk: ", ".join(one.posts) for one in in_post(round_.unit, round_.period)}
