"""Tables of the room, one file a noun."""

from __future__ import annotations

from chuan.briefing.models.answers import Answer
from chuan.briefing.models.briefs import Brief, BriefLine
from chuan.briefing.models.foreseen import Explanation, Foreseen

__all__ = ["Answer", "Brief", "BriefLine", "Explanation", "Foreseen"]
