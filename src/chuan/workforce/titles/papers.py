"""The decision on titles as a draft for the room of documents, and the minutes of a sitting, to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils import translation

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.outgoing.heads import agency_lines, name_on_paper, place_of
from chuan.paper.contents import Content, body_from_text, paper_of
from chuan.paper.papers import Annex, Article, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.rules.wording import said
from chuan.workforce import refusals_titles as no
from chuan.workforce.models import Candidate, CouncilVote, Sitting, TitleRound
from chuan.workforce.titles.laws import laws_of


def passed(round_: TitleRound) -> list[Candidate]:
    """Candidates whose latest standing vote passed, by title and name; one statement."""
    votes = CouncilVote.objects.filter(
        sitting__council__round=round_, sitting__voided_at=None, candidate__voided_at=None
    )
    latest: dict[int, CouncilVote] = {}
    for one in votes.select_related("candidate__official").order_by("sitting__held_on", "pk"):
        latest[one.candidate_id] = one
    found = [one.candidate for one in latest.values() if one.passed]
    return sorted(found, key=lambda one: (list(Title).index(Title(one.title)), one.whose))


def decision_content(round_: TitleRound, on: date) -> Content:
    """The decision with its list of names, as a draft begins; the Chairman of the day signs it.

    Raises ``NobodyPassed``.
    """
    chosen = passed(round_)
    if not chosen:
        raise no.NobodyPassed()
    begun = beginning_of("QĐ", round_.unit, on)
    ward = f"{round_.unit.get_kind_display().lower()} {round_.unit.name}"
    act = laws_of(round_).chosen.name
    body = (
        Article("1", f"Tặng danh hiệu thi đua năm {round_.year} cho các cá nhân, tập thể theo danh sách kèm theo."),
        Article("2", "Tiền thưởng kèm theo danh hiệu thực hiện theo quy định hiện hành."),
        Article("3", f"Văn phòng Ủy ban nhân dân {ward} và các cá nhân, tập thể có tên chịu trách nhiệm thi hành "
                     "Quyết định này."),
    )  # fmt: skip
    bases = (
        f"Căn cứ Luật Thi đua, khen thưởng số {act}",
        f"Căn cứ {round_.citation}",
        "Theo đề nghị của Hội đồng Thi đua – Khen thưởng",
    )
    return replace(
        begun, subject=f"về việc tặng danh hiệu thi đua năm {round_.year}", body=body,
        bases=(*begun.bases[:1], *bases), annexes=(_annex(chosen),),
    )  # fmt: skip


def minutes_pdf(sitting: Sitting, votes: Sequence[CouncilVote], on: date) -> bytes:
    """The minutes with numbers of ballots, never whose. Call it outside any transaction."""
    with translation.override("vi"):
        content, unit = minutes_content(sitting, votes, on), sitting.council.round.unit
        return to_pdf(paper_of(
            content, agency=agency_lines(unit), place=place_of(unit), year=sitting.held_on.year, made_on=on,
            symbol=symbol_for(unit, "BB", on),
        ))  # fmt: skip


def minutes_content(sitting: Sitting, votes: Sequence[CouncilVote], on: date) -> Content:
    """Who was there, what was counted, who reached the share."""
    council, round_ = sitting.council, sitting.council.round
    begun = beginning_of("BB", round_.unit, on)
    there, members = list(sitting.present.all()), list(council.members.all())
    missing = [one.name for one in members if one not in there]
    text = "\n".join(
        (
            f"Hội đồng Thi đua – Khen thưởng họp ngày {said(sitting.held_on)}, theo {council.citation}.",
            f"1. Thành viên: {len(members)}; dự họp: {len(there)}"
            + (f"; vắng: {', '.join(missing)}." if missing else "."),
            f"2. Chủ tịch Hội đồng: {council.chair.name}; thư ký: {council.secretary.name}.",
            f"3. Hội đồng bỏ phiếu kín; kết quả kiểm phiếu theo bảng kèm theo.{_without_ballot(votes)}",
            f"4. Đạt số phiếu cần thiết: {_names(votes) or 'không có ai'}.",
        )
    )
    return replace(
        begun, subject=f"họp xét danh hiệu thi đua năm {round_.year}", body=body_from_text(text),
        annexes=(_counted(votes),),
        signer=Signer(("TM. HỘI ĐỒNG",), "CHỦ TỊCH HỘI ĐỒNG", name_on_paper(council.chair)),
        second_signer=Signer((), "THƯ KÝ", name_on_paper(council.secretary)),
        recipients=("Hội đồng Thi đua – Khen thưởng", "Lưu: VT"),
    )  # fmt: skip


def _names(votes: Sequence[CouncilVote]) -> str:
    by_title: dict[str, list[str]] = {}
    for one in votes:
        if one.passed:
            by_title.setdefault(_title(one.candidate), []).append(one.candidate.whose)
    return "; ".join(f"{title}: {', '.join(names)}" for title, names in by_title.items())


def _without_ballot(votes: Sequence[CouncilVote]) -> str:
    """That members who are candidates had no ballot on themselves; "" where there were none."""
    names = sorted({one.candidate.whose for one in votes if one.recused})
    return f" Không bỏ phiếu cho chính mình: {', '.join(names)}." if names else ""


def _title(one: Candidate) -> str:
    return TITLE_NAMES[Title(one.title)]


def _annex(chosen: Sequence[Candidate]) -> Annex:
    rows = [
        (str(n), name_on_paper(one.official) if one.official else one.team, _title(one))
        for n, one in enumerate(chosen, 1)
    ]
    table = TableBlock(headers=("TT", "Cá nhân, tập thể", "Danh hiệu"), rows=tuple(rows), widths=(8, 60, 60))
    return Annex("Danh sách được tặng danh hiệu thi đua", (table,))


def _counted(votes: Sequence[CouncilVote]) -> Annex:
    rows = [
        (
            str(n), one.candidate.whose, _title(one.candidate), str(one.agreed), str(one.against), str(one.spoilt),
            "đạt" if one.passed else "không đạt",
        )
        for n, one in enumerate(votes, 1)
    ]  # fmt: skip
    headers = ("TT", "Người được xét", "Danh hiệu", "Đồng ý", "Không đồng ý", "Không hợp lệ", "Kết quả")
    table = TableBlock(headers=headers, rows=tuple(rows), widths=(8, 36, 30, 14, 14, 14, 16))
    return Annex("Kết quả kiểm phiếu", (table,))
