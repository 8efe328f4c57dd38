"""The making of objectives in the evidence pack: who was asked, proposed, remarked and decided (ISO 9001:2015, 6.2)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.objectives.models import Round, RoundAsked, RoundLine, RoundSaying
from chuan.objectives.rounds.permissions import owner_words
from chuan.offers.packing import Asked, PackFile
from chuan.ui import formatters as say

HELD = "Mỗi lời giữ nguyên như đã gửi; lời sau đứng dưới lời trước. Dòng trống ở cột Quyết là chưa quyết."


def files(asked: Asked) -> Iterator[PackFile]:
    """Rounds opened in the period, and those that made a year of it; four statements a round."""
    first, last = asked.period.start.year, asked.period.end.year
    in_period = Q(opened_on__gte=asked.period.start, opened_on__lt=asked.period.end)
    made_it = Q(year__gte=first, year__lt=max(last, first + 1))
    found = Round.objects.seen_by(asked.viewer).filter(in_period | made_it, owner_unit=asked.unit)
    for one in found.select_related("document", "opened_by", "owner_unit").order_by("year", "pk"):
        name = f"xay-dung-{one.year}-{one.opened_on}.xlsx"
        yield PackFile(
            name, f"Đợt xây dựng mục tiêu năm {one.year}: ai đề nghị, trả lời, quyết gì", _said(one)
        )
        yield PackFile(f"duoc-hoi-{one.year}-{one.opened_on}.xlsx", f"Đợt năm {one.year}: đã hỏi ai, trả lời ngày nào",
                       _asked(one))  # fmt: skip


def _said(one: Round) -> bytes:
    lines = one.lines.select_related("owner_post", "owner_official").prefetch_related("sayings__by")
    rows = [row for line in lines.order_by("position") for row in _of_line(line)]
    table = Table(
        title=f"Đợt xây dựng mục tiêu năm {one.year} – {one.owner_unit.committee}",
        headers=["Dòng", "Câu ban đầu", "Phụ trách", "Lúc", "Ai", "Việc", "Câu", "Lý do", "Quyết", "Câu được quyết"],
        rows=rows, sheet_name="Đề nghị, quyết", notes=[_state(one), HELD],
        widths={0: 8, 1: 60, 2: 26, 3: 20, 4: 26, 5: 18, 6: 60, 7: 50, 8: 14, 9: 60},
    )  # fmt: skip
    return write_sheet(table)


def _state(one: Round) -> str:
    told = f"Mở ngày {say.day(one.opened_on)}, hạn góp ý {say.day(one.closes_on)}, {one.get_status_display()}"
    paper = one.document
    if paper is not None:
        number = f" số {paper.number}/{paper.symbol}" if paper.number else ", chưa có số"
        told += f"; dự thảo thành Quyết định{number}"
    return f"{told}."


def _of_line(line: RoundLine) -> Iterator[list[CellValue]]:
    head: list[CellValue] = [line.position, line.text, owner_words(line)]
    end: list[CellValue] = [str(line.get_decided_display()) if line.decided else "", line.final]
    sayings = list(line.sayings.all())
    if not sayings:
        yield [*head, "", "", "", "", "", *end]
    for saying in sayings:
        yield [*head, *_saying(saying), *end]


def _saying(one: RoundSaying) -> list[CellValue]:
    return [
        say.moment(one.recorded_at), one.by.name if one.by else "Chuẩn", str(one.get_kind_display()), one.text,
        one.reason,
    ]  # fmt: skip


def _asked(one: Round) -> bytes:
    rows = one.asked.select_related("post", "official").order_by("pk")
    table = Table(
        title=f"Đợt năm {one.year}: đã hỏi ai", headers=["Hỏi", "Trả lời ngày"], sheet_name="Được hỏi",
        rows=[[_who(asked), say.day(asked.answered_on) if asked.answered_on else "chưa trả lời"] for asked in rows],
        widths={0: 50, 1: 20}, notes=[f"Hạn góp ý {say.day(one.closes_on)}."],
    )  # fmt: skip
    return write_sheet(table)


def _who(asked: RoundAsked) -> str:
    if asked.official is not None:
        return str(asked.official.name)
    return asked.post.title if asked.post is not None else "người giữ hệ thống quản lý chất lượng"
