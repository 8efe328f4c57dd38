"""The table of who may open what, as docs/access.md shows it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from chuan.people.middleware import ALWAYS, PUBLIC
from chuan.people.roles import Role
from tests.guards.rights.walking import Walked

PAGE = Path(__file__).resolve().parents[3] / "docs" / "access.md"
SHORT = {
    "chairman": "CT", "vice_chairman": "PCT", "office_clerk": "VP", "registry_clerk": "VT", "one_stop_clerk": "MC",
    "petition_clerk": "TD", "personnel_clerk": "NV", "specialist": "CM", "iso_secretary": "TK", "iso_board": "BCĐ",
    "auditor": "ĐG", "administrator": "QT", "overseer": "CTr", "inspector": "KTr",
    "own": "own",
}  # fmt: skip
HEAD = """\
# Who may open what

Drawn by `python scripts/draw_access.py`; `tests/guards/test_access.py` walks every address with every role and
compares. Do not edit by hand: a change here is a change of somebody's rights.

Every address is opened (GET) and sent an empty form (POST) by one official of each role, who holds nothing else.
`own`: an official without any role to whom everything is given by name. Another ward's official who holds every
role is answered 404 wherever an address names a thing of this ward. What `KTr` finds is what the door lets through
(`people.guests`).

| | |
|---|---|
| ✓ | opens, and the form is taken as far as its contents (what it asks for is judged when it is filled in) |
| r | opens; sending is refused |
| s | is only sent, and is taken as far as its contents |
| – | refused (403) |
| · | nothing there (404): not the viewer's to see, or not in the state of the sample |
"""


def page(walked: Walked) -> str:
    """The whole page; the same for the same rights."""
    heads = " · ".join(f"{SHORT[role.value]} = {role.label}" for role in Role)
    parts = [HEAD, f"Columns: {heads}.\n", _public()]
    rows = sorted(walked.rows.items(), key=lambda one: (one[0].room, one[0].pattern))
    for room, some in groupby(rows, key=lambda one: one[0].room):
        parts.append(f"## {room or 'house'}\n")
        parts.append("| address | view | " + " | ".join(SHORT.values()) + " |")
        parts.append("|---|---|" + "---|" * len(SHORT))
        parts += [
            f"| `{route.pattern}` | {route.name.rpartition(':')[2]} | "
            + " | ".join(found[name] for name in SHORT)
            + " |"
            for route, found in some
        ]
        parts.append("")
    return "\n".join(parts)


def _public() -> str:
    listed = "\n".join(f"- `{name}`" for name in sorted(PUBLIC))
    always = "\n".join(f"- `{name}`" for name in sorted(ALWAYS))
    return f"## Open to everybody\n\n{listed}\n\n## Open to whoever has signed in, even without a unit\n\n{always}\n"
