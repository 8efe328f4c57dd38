"""Papers that go with a letter to another body. Of a denunciation they tell neither who sent it nor what it says."""

from __future__ import annotations

from chuan.paper.papers import Paragraph
from chuan.petitions.papers.heads import DOTS
from chuan.petitions.papers.writing import Text, Writing


def forward(w: Writing) -> Text:
    """Phiếu chuyển đơn: complaint, feedback or suggestion with its letter."""
    body = [
        Paragraph(f"Ngày {w.received}, {w.committee} nhận được đơn {w.kind}, mã {w.petition.code}, của {w.sender()}."),
        Paragraph(f"Nội dung: {w.content()}"),
        Paragraph(
            f"Nội dung đơn không thuộc thẩm quyền của {w.chairman}{_by(w)}. Chuyển đơn để xem xét theo thẩm quyền "
            "và trả lời người gửi."
        ),
    ]  # fmt: skip
    recipients = ("Như trên", "Người gửi đơn (để biết)", "Lưu: VT")
    return Text(
        _subject(w), body, to=(w.body_named("forward"),), recipients=recipients, named=bool(w.senders)
    )


def forward_denunciation(w: Writing) -> Text:
    """Phiếu chuyển đơn tố cáo: the sealed envelope by its code (05/2021/TT-TTCP, Điều 14)."""
    body = [
        Paragraph(
            f"{w.committee} nhận được một đơn tố cáo ngày {w.received}, mã {w.petition.code}. Nội dung không thuộc "
            f"thẩm quyền giải quyết của {w.chairman}{_by(w)}."
        ),
        Paragraph(
            "Chuyển nguyên phong bì niêm phong kèm theo để xem xét theo thẩm quyền. Thông tin về người tố cáo chỉ có "
            "trong phong bì, đề nghị giữ kín theo Luật Tố cáo."
        ),
        Paragraph("Tố cáo cùng nội dung chỉ chuyển một lần."),
    ]  # fmt: skip
    return Text(_subject(w), body, to=(w.body_named("forward"),))


def forward_notice(w: Writing) -> Text:
    """What the denouncer is told of the forwarding; the name is for a hand to fill in (Luật Tố cáo, Điều 24.2)."""
    body = [
        Paragraph(
            f"Tố cáo mã {w.petition.code}, nhận ngày {w.received}, không thuộc thẩm quyền của {w.chairman} và đã "
            f"chuyển tới {w.body_named('forward')}{_by(w)}."
        ),
    ]
    return Text(f"về việc chuyển đơn tố cáo mã {w.petition.code}", body, to=(f"Ông (bà) {DOTS}",))


def _subject(w: Writing) -> str:
    return f"chuyển đơn {w.kind} mã {w.petition.code}"


def _by(w: Writing) -> str:
    room = "denunciation" if w.secret else "feedback" if w.petition.kind in ("feedback", "suggestion") else ""
    source = w.law(f"{room}.forward") if room else ""
    return f", theo {source}" if source else ""
