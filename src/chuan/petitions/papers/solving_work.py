"""Papers of the work on a case: plan, determination, dialogue, conclusion, answer."""

from __future__ import annotations

from datetime import date

from chuan.documents.outgoing.heads import name_on_paper
from chuan.paper.papers import Block, Clause, Paragraph, Signer
from chuan.petitions.events import data_of
from chuan.petitions.papers.heads import DOTS
from chuan.petitions.papers.solving_decisions import GAP, named, sender_of, told, verdict_of
from chuan.petitions.papers.writing import Text, Writing
from chuan.petitions.solving.words import COMPLEXITY_NAMES
from chuan.ui import formatters as say


def plan(w: Writing) -> Text:
    """Kế hoạch xác minh."""
    line, given = w.line("plan"), w.line("assign")
    until = data_of(line).get("until", "") if line else ""
    who = named(w, given)
    body: list[Block] = [
        Clause("1.", f"Vụ việc: {w.kind} mã {w.petition.code}. Nội dung: {w.content()}"),
        Clause("2.", f"Người xác minh: {who}."),
        Clause("3.", f"Nội dung xác minh, nơi làm việc: {told(w, 'plan')}"),
        Clause("4.", f"Xong trước hết ngày {_day(until)}. Hạn giải quyết: {_day_of(w.petition.due_on)}."),
    ]
    if w.secret:
        body.append(
            Clause("5.", "Chỉ dùng bản đã che danh tính; không hỏi, không ghi điều gì cho biết người tố cáo.")
        )
    return Text(
        f"xác minh nội dung {w.kind} mã {w.petition.code}", body, recipients=("Lưu hồ sơ vụ việc",),
        signer=Signer((), "Người xác minh", who if who != GAP else ""),
    )  # fmt: skip


def determine(w: Writing) -> Text:
    """Văn bản xác định vụ việc phức tạp: the criteria it has (khiếu nại: 124/2020/NĐ-CP, Điều 3a)."""
    line = w.line("determine")
    data = data_of(line) if line else {}
    level = str(COMPLEXITY_NAMES[data["complexity"]]) if data else "vụ việc phức tạp"
    body: list[Block] = [
        Paragraph(f"{w.chairman} xác định {w.kind} mã {w.petition.code} là {level}."),
        Paragraph(f"Số tiêu chí: {data.get('met', GAP)}. {told(w, 'determine')}"),
        Paragraph("Văn bản này lưu trong hồ sơ vụ việc và là căn cứ để xem xét kéo dài thời hạn giải quyết."),
    ]
    return Text(
        f"về việc xác định {level}, mã {w.petition.code}", body, recipients=("Lưu hồ sơ vụ việc", "Lưu: VT")
    )


def talk_notice(w: Writing) -> Text:
    """Thông báo đối thoại, at least as many days before as the law asks for."""
    line, least = w.line("talk_notice"), w.values.get("complaint.dialogue.notice")
    held = data_of(line).get("held_on", "") if line else ""
    body: list[Block] = [
        Paragraph(f"{w.chairman} tổ chức đối thoại về khiếu nại mã {w.petition.code} của {sender_of(w)}."),
        Paragraph(f"Thời gian: {GAP} ngày {_day(held)}. Địa điểm: {told(w, 'talk_notice')}"),
        Paragraph(f"Nội dung: {w.content()}"),
        Paragraph("Vắng mặt không có lý do chính đáng thì vụ việc vẫn tiếp tục được giải quyết."),
    ]
    if least is not None:
        body.append(
            Paragraph(f"Thông báo gửi trước ít nhất {least.value} ngày, theo {least.citation.number}.")
        )
    to = (f"O{sender_of(w)[1:]}",)
    return Text(f"về việc đối thoại, mã {w.petition.code}", body, to=to, named=bool(w.senders))


def talk_minutes(w: Writing) -> Text:
    """Biên bản đối thoại (155/2026/NĐ-CP: Mẫu số 14, at least 03 copies)."""
    line, least = w.line("talk"), w.values.get("complaint.dialogue.copies")
    data = data_of(line) if line else {}
    copies = data.get("copies") or (least.value if least else GAP)
    leader = name_on_paper(line.official) if line and line.official else ""
    absent = ", vắng mặt không có lý do chính đáng" if data.get("absent") else ""
    body: list[Block] = [
        Clause("1.", f"Thời gian: {GAP} ngày {_day_of(line.occurred_on if line else None)}. Địa điểm: {GAP}"),
        Clause("2.", f"Chủ trì: {leader or GAP}. Thành phần: {GAP}"),
        Clause("3.", f"Người khiếu nại: {sender_of(w)}{absent}."),
        Clause("4.", f"Nội dung khiếu nại mã {w.petition.code}: {w.content()}"),
        Clause("5.", f"Ý kiến các bên, kết quả: {told(w, 'talk')}"),
        Paragraph(f"Biên bản lập thành {copies} bản, mỗi bên giữ một bản; đã đọc cho những người có mặt cùng nghe."),
    ]  # fmt: skip
    return Text(
        f"đối thoại về khiếu nại mã {w.petition.code}", body, recipients=("Các bên đối thoại", "Lưu hồ sơ vụ việc"),
        signer=Signer((), "Người chủ trì", leader), second_signer=Signer((), "Người ghi biên bản"),
        named=bool(w.senders),
    )  # fmt: skip


def conclude(w: Writing) -> Text:
    """Kết luận nội dung tố cáo: nothing in it tells of the denouncer (Luật Tố cáo, Điều 56)."""
    verdict = verdict_of(w)
    found = verdict if w.petition.verdict == "false" and verdict != GAP else f"tố cáo {verdict}"
    body: list[Block] = [
        Clause("1.", f"Nội dung tố cáo mã {w.petition.code}: {w.content()}"),
        Clause("2.", f"Kết quả xác minh: {DOTS}"),
        Clause("3.", f"Kết luận: {found}. {told(w, 'conclude')}"),
        Clause("4.", f"Biện pháp xử lý: {DOTS}"),
    ]
    recipients = ("Người bị tố cáo", "Lưu hồ sơ vụ việc", "Lưu: VT")
    return Text(f"đối với tố cáo mã {w.petition.code}", body, recipients=recipients)


def answer(w: Writing) -> Text:
    """Văn bản trả lời phản ánh, kiến nghị."""
    body: list[Block] = [
        Paragraph(
            f"Ngày {w.received}, {w.committee} nhận được {w.kind}, mã {w.petition.code}: {w.content()}"
        ),
        Paragraph(f"Sau khi xem xét, {w.committee} trả lời như sau: {told(w, 'answer')}"),
    ]
    return Text(
        f"trả lời {w.kind} mã {w.petition.code}", body, to=(f"O{sender_of(w)[1:]}",), named=bool(w.senders)
    )


def _day(iso: str) -> str:
    return say.day(date.fromisoformat(iso)) if iso else GAP


def _day_of(on: date | None) -> str:
    return say.day(on) if on else GAP
