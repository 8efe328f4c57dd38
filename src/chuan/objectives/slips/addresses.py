"""Where slips are shown: one place, so that texts, tasks and pages agree."""

from __future__ import annotations

SLIP = "/muc-tieu/phieu/"
"""The viewer's own figures that wait."""
BEHIND = f"{SLIP}con-thieu/"
"""Who is behind with which figures."""
MEETING = "/muc-tieu/hop-giao-ban/"
"""The sheet for the Monday meeting."""
