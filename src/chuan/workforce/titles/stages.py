"""What is next in a year of titles, in one line, and the steps with the next one marked."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.workforce.models import TitleRound
from chuan.workforce.titles.year import YearSeen

REGISTER, PROPOSE, COUNCIL, VOTE, DECIDE = (
    "titles_register", "titles_propose", "titles_council", "titles_vote", "title_decision",
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
    steps = tuple(
        Step(label, reverse(f"workforce:{key}", args=[seen.round.uid]), key == name)
        for key, label in labels.items()
    )
    return Stage(words, steps)


def _next(seen: YearSeen, round_: TitleRound) -> tuple[str, str]:
    standing = [*seen.teams, *(one for who in seen.people for one in who.candidacies)]
    if seen.concluded:
        return "", _("Năm đã đủ kết quả. Ghi thêm chỉ khi có quyết định mới.")
    if any(one.vote for one in standing) or seen.decided:
        return DECIDE, _("Ban hành quyết định xong, ghi số, ngày và những tên có trong đó vào sổ.")
    if not standing:
        return REGISTER, _("Ghi ai đăng ký danh hiệu từ đầu năm. Đã có quyết định thì ghi luôn quyết định.")
    if not any(one.candidate.proposed_on for one in standing):
        return PROPOSE, _("Cuối năm, chọn trong những người đã đăng ký để đề nghị Hội đồng xét.")
    if not round_.councils.exists():
        return COUNCIL, _("Ghi Hội đồng theo quyết định thành lập.")
    return VOTE, _("Hội đồng họp xong, ghi số phiếu của từng người.")
