"""Papers of the reception: what a citizen is told after it, and what was said at it, in the house's own words."""

from __future__ import annotations

from chuan.paper.papers import Paragraph, Signer
from chuan.petitions.events import data_of
from chuan.petitions.models import ReceptionEntry
from chuan.petitions.papers.catalogue import PAPERS, Offered
from chuan.petitions.papers.heads import DOTS
from chuan.petitions.papers.writing import Text, Writing
from chuan.petitions.reception.waiting import TOLD
from chuan.rules.petitions import Channel, Kind
from chuan.ui import formatters as say

_KINDS = frozenset({Kind.FEEDBACK, Kind.SUGGESTION, Kind.COMPLAINT, Kind.DENUNCIATION})
_HERE = frozenset({Channel.RECEPTION.value})


def offer() -> None:
    """Put them into the list of a petition's papers; called when the programme starts."""
    PAPERS["reception_reply"] = Offered(_KINDS, ("receive",), reply, _HERE)
    PAPERS["reception_minutes"] = Offered(_KINDS | {Kind.MIXED}, ("receive",), minutes, _HERE)


def reply(w: Writing) -> Text:
    """Văn bản trả lời (Luật Tiếp công dân, Điều 28 khoản 1)."""
    line, basis = w.line("reply"), w.law("reception.reply")
    told = str(TOLD[data_of(line)["told"]]) if line else DOTS
    by = f" ({basis})" if basis else ""
    body = [
        Paragraph(
            f"Ngày {w.received}, {w.committee} tiếp {w.sender()} về nội dung {w.kind}, mã {w.petition.code}."
        ),
        Paragraph(f"Nội dung: {w.content()}"),
        Paragraph(f"Kết quả xử lý{by}: {told}."),
        Paragraph("Trân trọng trả lời để ông (bà) biết."),
    ]
    return Text(
        f"v/v trả lời sau khi tiếp công dân, mã {w.petition.code}",
        body,
        to=(w.sender(),),
        named=bool(w.senders),
    )


def minutes(w: Writing) -> Text:
    """Biên bản tiếp công dân: signed by who received; of one who denounces only the code stands."""
    rows = ReceptionEntry.objects.standing().filter(petition=w.petition)
    entry = rows.select_related("receiver").order_by("number").first()
    receiver, people = (entry.receiver.name, entry.people) if entry else (DOTS, w.petition.signers)
    body = [
        Paragraph(f"Hôm nay, ngày {w.received}, tại nơi tiếp công dân của {w.committee}."),
        Paragraph(f"Người tiếp: {receiver}. Người đến: {w.sender()}; số người: {say.number(people)}."),
        Paragraph(f"Nội dung {w.kind}, mã {w.petition.code}: {w.content()}"),
        Paragraph(f"Ý kiến của người tiếp: {DOTS}"),
        Paragraph("Biên bản đã đọc lại cho người đến nghe, công nhận đúng và cùng ký tên."),
    ]
    return Text(
        f"tiếp công dân, mã {w.petition.code}", body, recipients=("Lưu: hồ sơ",), named=bool(w.senders),
        signer=Signer((), "NGƯỜI TIẾP", "" if entry is None else receiver),
        second_signer=Signer((), "NGƯỜI ĐẾN", ""),
    )  # fmt: skip
