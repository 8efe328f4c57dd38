"""Decisions of a case: who verifies, a longer period, a rest, an end; each with its bases and articles.

What stands in a line of the case is taken from there; what is not written yet is a blank for the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuan.documents.outgoing.heads import name_on_paper
from chuan.paper.papers import Article, Block, Paragraph
from chuan.petitions.models import PetitionEvent
from chuan.petitions.papers.heads import DOTS
from chuan.petitions.papers.writing import Text, Writing
from chuan.petitions.sorting.deciding import where_words
from chuan.rules.petitions import Kind
from chuan.ui import formatters as say

GAP = "…" * 6
"""A short blank within a line, where a long one would tear the words apart."""

_LAWS = {Kind.COMPLAINT: "Luật Khiếu nại", Kind.DENUNCIATION: "Luật Tố cáo"}


def verify(w: Writing) -> Text:
    """Quyết định giao xác minh nội dung."""
    who = named(w, w.line("assign"))
    body = [
        Article(
            "1", f"Giao ông (bà) {who} xác minh nội dung {w.kind} mã {w.petition.code}: {told(w, 'assign')}"
        ),
        Article(
            "2",
            f"Thời hạn giải quyết: {_until(w)}. Người được giao báo cáo kết quả bằng văn bản trước hạn này.",
        ),
        Article(
            "3",
            _kept_secret(w) + "Người được giao và các cá nhân, bộ phận có liên quan thi hành quyết định này.",
        ),
    ]
    return _decision(
        w, f"về việc giao xác minh nội dung {w.kind} mã {w.petition.code}", body, f"{_kind(w)}.resolve"
    )


def prolong(w: Writing) -> Text:
    """Quyết định kéo dài thời hạn (khiếu nại), gia hạn giải quyết (tố cáo; 31/2019/NĐ-CP, Mẫu số 01)."""
    line, determined = w.line("prolong"), w.line("determine")
    days = str(line.days) if line and line.days else GAP
    paper = f"{determined.document} ngày {say.day(determined.occurred_on)}" if determined else GAP
    verb = "Gia hạn" if w.petition.kind == Kind.DENUNCIATION else "Kéo dài"
    body = [
        Article("1", f"{verb} thời hạn giải quyết {w.kind} mã {w.petition.code} thêm {days} ngày."),
        Article("2", f"Lý do: vụ việc phức tạp, xác định tại văn bản {paper}. {told(w, 'prolong')}"),
        Article("3", "Người xác minh và các cá nhân, bộ phận có liên quan thi hành quyết định này."),
    ]
    key = "denunciation.extension" if w.petition.kind == Kind.DENUNCIATION else "complaint.extension.times"
    return _decision(
        w, f"về việc {verb.lower()} thời hạn giải quyết {w.kind} mã {w.petition.code}", body, key
    )


def suspend(w: Writing) -> Text:
    """Quyết định tạm đình chỉ giải quyết (khiếu nại: 155/2026/NĐ-CP, Mẫu số 14a)."""
    return _resting(
        w, "suspend", "Tạm đình chỉ", "Thời hạn giải quyết dừng cho tới ngày có quyết định tiếp tục."
    )


def stop(w: Writing) -> Text:
    """Quyết định đình chỉ giải quyết; of a denunciation with the grounds named."""
    return _resting(w, "stop", "Đình chỉ", "Vụ việc kết thúc kể từ ngày ký quyết định này.")


def resume(w: Writing) -> Text:
    """Quyết định tiếp tục giải quyết (khiếu nại: 155/2026/NĐ-CP, Mẫu số 14b)."""
    words = "Thời hạn giải quyết tính tiếp phần còn lại kể từ ngày ký quyết định này."
    return _resting(w, "resume", "Tiếp tục", words)


def decide(w: Writing) -> Text:
    """Quyết định giải quyết khiếu nại lần đầu."""
    verdict = verdict_of(w)
    second = w.values.get("complaint.second")
    where = where_words(second.value) if second else GAP
    body = [
        Article("1", f"Khiếu nại mã {w.petition.code} là {verdict}. Người khiếu nại: {sender_of(w)}."),
        Article("2", f"Giải quyết: {told(w, 'decide')}"),
        Article(
            "3",
            "Không đồng ý với quyết định này thì người khiếu nại có quyền khiếu nại lần hai tới "
            f"{where}, hoặc khởi kiện vụ án hành chính, trong thời hạn luật định.",
        ),
        Article("4", "Người khiếu nại và các cá nhân, bộ phận có liên quan thi hành quyết định này."),
    ]
    made = _decision(
        w, f"về việc giải quyết khiếu nại lần đầu mã {w.petition.code}", body, "complaint.resolve"
    )
    return Text(
        made.subject, (Paragraph(f"Nội dung khiếu nại: {w.content()}"), *made.body), bases=made.bases,
        recipients=made.recipients, named=bool(w.senders),
    )  # fmt: skip


def told(w: Writing, *verbs: str) -> str:
    """The words of the last line of these acts; a blank where there is none, or where they must not be told."""
    line = w.line(*verbs)
    return w.reason(*verbs) if line is not None and line.text else DOTS


def verdict_of(w: Writing) -> str:
    """ "đúng một phần"; a blank before there is one, or where it must not be told."""
    return str(w.petition.get_verdict_display()) if w.petition.verdict and not w.discreet else GAP


def sender_of(w: Writing) -> str:
    """Who sent it, where that may stand here; else room for a name."""
    return w.sender() if w.senders else f"ông (bà) {GAP}"


def named(w: Writing, line: PetitionEvent | None) -> str:
    """The official whom a line names; a blank where there is none, or where it must not be told who verifies."""
    if line is None or line.official is None or w.discreet:
        return GAP
    return name_on_paper(line.official)


def bases_of(w: Writing, *keys: str) -> tuple[str, ...]:
    """ "Căn cứ Luật Khiếu nại", "Căn cứ Nghị định số 31/2019/NĐ-CP": laws by name, without number (TT 2025, II.6a)."""
    found = dict.fromkeys(base for key in keys for base in _based_on(w, key))
    return tuple(found) or (f"Căn cứ {DOTS}",)


def _based_on(w: Writing, key: str) -> Iterator[str]:
    value = w.values.get(key)
    yield f"Căn cứ {_LAWS.get(Kind(w.petition.kind), DOTS)}"
    acts = value.citation.number.split(";") if value else ()
    yield from (f"Căn cứ Nghị định số {act.strip()}" for act in acts if "NĐ-CP" in act)


def _resting(w: Writing, verb: str, does: str, means: str) -> Text:
    """A decision that stops the clock, for a while or for good, or lets it run."""
    words = f"{does} giải quyết {w.kind} mã {w.petition.code}, thụ lý ngày {_accepted(w)}."
    body = [
        Article("1", words),
        Article("2", f"Lý do, căn cứ: {told(w, verb)}"),
        Article("3", f"{means} Các cá nhân, bộ phận có liên quan thi hành quyết định này."),
    ]
    keys = ("complaint.suspension.send",) if w.petition.kind == Kind.COMPLAINT else ("denunciation.resolve",)
    return _decision(w, f"về việc {does.lower()} giải quyết {w.kind} mã {w.petition.code}", body, *keys)


def _decision(w: Writing, subject: str, body: Sequence[Block], *keys: str) -> Text:
    last = sum(isinstance(one, Article) for one in body)
    return Text(subject, body, bases=bases_of(w, *keys), recipients=(f"Như Điều {last}", "Lưu: VT"))


def _kept_secret(w: Writing) -> str:
    """What whoever verifies a denunciation works from."""
    if w.petition.kind != Kind.DENUNCIATION:
        return ""
    return "Việc xác minh dựa vào bản đã che danh tính; mọi thông tin về người tố cáo được giữ kín. "


def _until(w: Writing) -> str:
    return f"đến hết ngày {say.day(w.petition.due_on)}" if w.petition.due_on else GAP


def _accepted(w: Writing) -> str:
    return say.day(w.petition.accepted_on) if w.petition.accepted_on else GAP


def _kind(w: Writing) -> str:
    return str(w.petition.kind)
