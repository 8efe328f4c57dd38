"""What is next in a year of titles, in one line, and the steps with the next one marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.ui.formatters import number
from chuan.workforce.models import TitleRound
from chuan.workforce.titles.year import YearSeen

REGISTER, PROPOSE, COUNCIL, VOTE, DECIDE, CONCLUDE = (
    "titles_register", "titles_propose", "titles_council", "titles_vote", "title_decision", "titles_conclude",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, its address, whether it is the next."""

    label: str
    url: str
    next: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """What is next, and every step that may be taken."""

    words: str
    steps: tuple[Step, ...]


def stage_of(seen: YearSeen) -> Stage | None:
    """None where the year was not opened. One statement."""
    if seen.round is None:
        return None
    name, words = _next(seen, seen.round)
    labels = {
        REGISTER: _("Ghi đăng ký"),
        PROPOSE: _("Đề nghị xét"),
        COUNCIL: _("Hội đồng"),
        VOTE: _("Ghi kết quả bỏ phiếu"),
        DECIDE: _("Ghi quyết định"),
    }
    if seen.given:
        labels[CONCLUDE] = (
            _("Còn chờ quyết định khác") if seen.concluded else _("Đã đủ mọi quyết định của năm")
        )
    steps = tuple(
        Step(label, reverse(f"workforce:{key}", args=[seen.round.uid]), key == name)
        for key, label in labels.items()
    )
    return Stage(words, steps)


def conclude_words(seen: YearSeen) -> str:
    """What is said by saying that every result is there: who counts how, which law is kept."""
    words = _(
        "%(given)s trong %(all)s người giữ chức danh ngày cuối năm có danh hiệu lao động tiên tiến trong sổ. Ghi là đủ "
        "thì %(left)s người còn lại được tính là không có danh hiệu, và năm giữ quy định đang dùng: %(law)s."
    )
    given = sum(1 for one in seen.people if one.advanced)
    return words % {
        "given": number(given), "all": number(len(seen.people)), "left": number(len(seen.people) - given),
        "law": seen.laws.chosen.name,
    }  # fmt: skip


def reopen_words(seen: YearSeen) -> str:
    """What is said by saying that some results are awaited again."""
    words = _(
        "Năm %s đang ghi là đủ. Ghi là còn chờ thì tỷ lệ của năm lại thành chưa đo được, và năm xét theo quy định đang "
        "giữ trong Chuẩn."
    )
    return words % seen.year


def _next(seen: YearSeen, round_: TitleRound) -> tuple[str, str]:
    standing = [*seen.teams, *(one for who in seen.people for one in who.candidacies)]
    if seen.concluded:
        return "", _("Năm đã đủ kết quả. Ghi thêm chỉ khi có quyết định mới.")
    if any(one.vote for one in standing) or seen.decided:
        if seen.given:
            return CONCLUDE, _("Đã ghi quyết định. Ghi nốt quyết định còn lại; hết thì ghi là đã đủ của năm.")
        return DECIDE, _("Ban hành quyết định xong, ghi số, ngày và những tên có trong đó vào sổ.")
    if not standing:
        return REGISTER, _("Ghi ai đăng ký danh hiệu từ đầu năm. Đã có quyết định thì ghi luôn quyết định.")
    if not any(one.candidate.proposed_on for one in standing):
        return PROPOSE, _("Cuối năm, chọn trong những người đã đăng ký để đề nghị Hội đồng xét.")
    if not round_.councils.exists():
        return COUNCIL, _("Ghi Hội đồng theo quyết định thành lập.")
    return VOTE, _("Hội đồng họp xong, ghi số phiếu của từng người.")
