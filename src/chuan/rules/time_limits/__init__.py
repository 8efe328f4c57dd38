"""Time limits of procedures out of published texts: proposed, never assumed.

``read_limits`` gives each time with its case and channel. Where the text has lost the unit, has run number and
fee together, or says two things, the limit carries a `Doubt`: a question to a person, and no due date meanwhile.
"""

from chuan.rules.time_limits.plain import read_plain
from chuan.rules.time_limits.portal import PortalRow, is_portal_table, portal_rows, read_portal
from chuan.rules.time_limits.types import (
    CASE_LETTERS,
    DOUBT_WORDS,
    LONGEST,
    UNITS,
    Doubt,
    Proposed,
    Reading,
    times_in,
)

__all__ = [
    "CASE_LETTERS", "DOUBT_WORDS", "LONGEST", "UNITS", "Doubt", "PortalRow", "Proposed", "Reading", "portal_rows",
    "read_limits", "times_in",
]  # fmt: skip


def read_limits(text: str) -> Reading:
    """The limits that a published text proposes: the portal's run-together table, or a sentence of a decision."""
    return read_portal(text) if is_portal_table(text) else read_plain(text)
