"""What can be counted of officials; offered to objectives when the programme starts."""

from __future__ import annotations

from chuan.offers import measures
from chuan.workforce.measures.tools_used import OfficialMail, SharedSoftware

TOOLS = (OfficialMail(), SharedSoftware())


def register_tools() -> None:
    """Offer the measures of tools used."""
    for one in TOOLS:
        measures.register(one)
