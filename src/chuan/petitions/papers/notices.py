"""Papers that tell a sender what became of a letter, in the house's own words.

What the acts ask of each stands in ``law/petition_forms.toml``; where no form was read, none is imitated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.documents.outgoing.heads import name_on_paper
from chuan.paper.papers import Block, Clause, Paragraph, Signer
from chuan.petitions.papers.heads import DOTS
from chuan.petitions.papers.writing import Text, Writing, day_blank, source_words
from chuan.petitions.sorting.deciding import way_of
from chuan.rules.types import Sure


def accept_complaint(w: Writing) -> Text:
    """Thông báo thụ lý giải quyết khiếu nại (Luật Khiếu nại, Điều 27)."""
    line, term = w.line("accept"), w.values.get("complaint.resolve")
    days = f"{term.value} ngày kể từ ngày thụ lý" if term else DOTS
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn khiếu nại, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"Nội dung khiếu nại: {w.content()}"),
        Paragraph(
            f"Sau khi xem xét, đơn đủ điều kiện thụ lý và thuộc thẩm quyền. {w.chairman} thụ lý giải quyết "
            f"từ ngày {day_blank(line.occurred_on if line else None)}{_by(w, 'complaint.accept')}."
        ),
        Paragraph(
            f"Thời hạn giải quyết: {days}{_by(w, 'complaint.resolve')}; vụ việc phức tạp thì được kéo dài theo "
            "quy định và có văn bản báo."
        ),
    ]  # fmt: skip
    return _to_sender(w, f"về việc thụ lý đơn khiếu nại mã {w.petition.code}", body)


def refuse_complaint(w: Writing) -> Text:
    """Thông báo không thụ lý giải quyết khiếu nại, with the reason (Luật Khiếu nại, Điều 27)."""
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn khiếu nại, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"Nội dung khiếu nại: {w.content()}"),
        Paragraph(f"{w.chairman} không thụ lý giải quyết đơn này{_by(w, 'complaint.accept')}."),
        Paragraph(f"Lý do: {w.reason('refuse')}"),
        Paragraph("Thông báo để ông (bà) biết."),
    ]  # fmt: skip
    return _to_sender(w, f"về việc không thụ lý đơn khiếu nại mã {w.petition.code}", body)


def give_back(w: Writing) -> Text:
    """Phiếu trả lại đơn, with the reason."""
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn {w.kind}, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"{w.committee} trả lại đơn và các giấy tờ kèm theo (nếu có). Lý do: {w.reason('return')}"),
    ]  # fmt: skip
    return _to_sender(w, f"về việc trả lại đơn mã {w.petition.code}", body)


def guide(w: Writing) -> Text:
    """Phiếu hướng dẫn: where to send the letter, or what to add."""
    where = w.body_named("guide")
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn {w.kind}, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"Sau khi xem xét, {w.committee} hướng dẫn như sau: {w.reason('guide')}"),
    ]  # fmt: skip
    if where != DOTS:
        body.append(Paragraph(f"Nơi có thẩm quyền: {where}."))
    return _to_sender(w, f"về việc hướng dẫn gửi đơn mã {w.petition.code}", body)


def keep(w: Writing) -> Text:
    """Thông báo lưu đơn, where the sender is told."""
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn {w.kind}, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"Đơn được lưu, không lập hồ sơ giải quyết riêng. Lý do: {w.reason('keep')}"),
    ]  # fmt: skip
    return _to_sender(w, f"về việc lưu đơn mã {w.petition.code}", body)


def reject_feedback(w: Writing) -> Text:
    """Thông báo từ chối phản ánh, kiến nghị."""
    body = [
        Paragraph(
            f"Ngày {w.received}, {w.committee} nhận được {w.kind}, mã {w.petition.code}, của {w.sender()}."
        ),
        Paragraph(f"Nội dung: {w.content()}"),
        Paragraph(f"{w.committee} không xử lý được nội dung này. Lý do: {w.reason('return')}"),
    ]
    return _to_sender(w, f"về việc từ chối xử lý {w.kind} mã {w.petition.code}", body)


def ask_feedback(w: Writing) -> Text:
    """Yêu cầu bổ sung thông tin."""
    body = [
        Paragraph(
            f"Ngày {w.received}, {w.committee} nhận được {w.kind}, mã {w.petition.code}, của {w.sender()}."
        ),
        Paragraph(f"Để xử lý, đề nghị ông (bà) bổ sung: {w.reason('ask')}"),
    ]
    return _to_sender(w, f"bổ sung thông tin {w.kind} mã {w.petition.code}", body)


def accept_denunciation(w: Writing) -> Text:
    """Thông báo thụ lý tố cáo, to the denouncer, whose name a hand fills in (Luật Tố cáo, Điều 29)."""
    line, term = w.line("accept"), w.values.get("denunciation.resolve")
    days = f"{term.value} ngày kể từ ngày thụ lý" if term else DOTS
    body = [
        Paragraph(
            f"{w.chairman} đã thụ lý tố cáo mã {w.petition.code} ngày {day_blank(line.occurred_on if line else None)}"
            f"{_by(w, 'denunciation.notify')}."
        ),
        Paragraph(f"Thời hạn giải quyết: {days}{_by(w, 'denunciation.resolve')}; gia hạn thì có quyết định."),
        Paragraph("Họ tên, địa chỉ, bút tích và thông tin khác của người tố cáo được giữ kín theo Luật Tố cáo."),
    ]  # fmt: skip
    subject = f"về việc thụ lý tố cáo mã {w.petition.code}"
    return Text(subject, body, to=(f"Ông (bà) {DOTS}",))


def accept_accused(w: Writing) -> Text:
    """Thông báo nội dung tố cáo, to the accused: content only, nothing that tells the denouncer (Điều 29.3, 56)."""
    line = w.line("accept")
    body = [
        Paragraph(
            f"Ngày {day_blank(line.occurred_on if line else None)}, {w.chairman} đã thụ lý một tố cáo, mã "
            f"{w.petition.code}. Nội dung tố cáo:"
        ),
        Paragraph(w.content()),
        Paragraph(
            f"Đề nghị ông (bà) giải trình bằng văn bản và cung cấp tài liệu, chứng cứ trước ngày {DOTS}."
        ),
    ]
    return Text(f"về nội dung tố cáo mã {w.petition.code}", body, to=(f"Ông (bà) {DOTS}",))


def refuse_denunciation(w: Writing) -> Text:
    """Thông báo không thụ lý tố cáo, with the reason."""
    body = [
        Paragraph(f"{w.chairman} không thụ lý tố cáo mã {w.petition.code}, nhận ngày {w.received}."),
        Paragraph(f"Lý do: {w.reason('refuse')}"),
    ]
    return Text(f"về việc không thụ lý tố cáo mã {w.petition.code}", body, to=(f"Ông (bà) {DOTS}",))


def propose(w: Writing) -> Text:
    """Phiếu đề xuất thụ lý đơn: what was found about conditions and competence (05/2021/TT-TTCP, Điều 13)."""
    way = way_of(w.petition)
    sender = f"danh tính niêm phong theo mã {w.petition.code}" if w.secret else w.sender()
    body: list[Block] = [
        Clause("1.", f"Đơn {w.kind} mã {w.petition.code}, nhận ngày {w.received}."),
        Clause("2.", f"Người gửi: {sender}."),
        Clause("3.", f"Nội dung: {w.content()}"),
        Clause("4.", "Xem xét điều kiện, thẩm quyền:"),
        *(Paragraph(_step(one)) for one in way.get("steps", ())),
        Clause("5.", f"Đề xuất: {way.get('why') or DOTS}"),
    ]
    return Text(
        f"đơn {w.kind} mã {w.petition.code}", body, to=(w.chairman,), recipients=("Như trên", "Lưu hồ sơ đơn"),
        signer=_proposer(w), named=bool(w.senders),
    )  # fmt: skip


def _step(one: Mapping[str, str]) -> str:
    source = source_words(one["act"], one["article"], Sure(one["sure"]))
    return f"{one['question']} {_upper(one['answer'])} ({source})."


def _proposer(w: Writing) -> Signer:
    name = name_on_paper(w.viewer.official) if w.viewer.official else ""
    return Signer((), "NGƯỜI ĐỀ XUẤT", name)


def _to_sender(w: Writing, subject: str, body: Sequence[Block]) -> Text:
    return Text(subject, body, to=(_upper(w.sender()),), named=bool(w.senders))


def _by(w: Writing, key: str) -> str:
    """ " theo Điều 27 của 02/2011/QH13"; nothing where no law is known."""
    source = w.law(key)
    return f", theo {source}" if source else ""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
