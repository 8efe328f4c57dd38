"""The brief by official mail, where the unit sends mail: one letter to each reader, the A4 with it."""

from __future__ import annotations

from datetime import datetime

from django.utils import translation

from chuan.briefing.choices import Choice
from chuan.briefing.gathering import readers_of
from chuan.briefing.models import Brief
from chuan.briefing.papers import pdf_of
from chuan.offers import mailing
from chuan.offers.mailing import Attached, Letter
from chuan.ui import formatters as say


def send(brief: Brief, choice: Choice, *, at: datetime) -> int:
    """Put the letters; how many were taken. Nothing is lost where none is: the brief stands in its page."""
    if not mailing.offered():
        return 0
    with translation.override("vi"):
        asks = "\nMở Chuẩn, mục Bản tin sáng, để trả lời."
        body = pdf_of(brief)
        title = f"Bản tin sáng {say.day(brief.on)}"
        count = brief.lines.count()
        text = f"{title}: {say.number(count)} việc." if count else f"{title}: không có việc nào phải quyết."
        letters = [
            Letter(
                f"brief {brief.uid} {official.uid}", official.uid, title, text + asks,
                (Attached(f"ban-tin-{brief.on:%Y-%m-%d}.pdf", body),),
            )
            for official in readers_of(brief.unit, choice, brief.on)
        ]  # fmt: skip
    return sum(mailing.put(letter, at=at) for letter in letters)
