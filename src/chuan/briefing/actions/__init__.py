"""Every change of this room's data."""

from __future__ import annotations

from chuan.briefing.actions.answering import answer, finish
from chuan.briefing.actions.choosing import choose_brief
from chuan.briefing.actions.explaining import explain
from chuan.briefing.actions.making import make

__all__ = ["answer", "choose_brief", "explain", "finish", "make"]
