"""Draw every status table into docs/lifecycles.md; ``--check`` only compares, so that a drawing cannot lie."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from chuan.rules.lifecycles import ALL, Lifecycle, drawing

PAGE = Path(__file__).resolve().parents[1] / "docs" / "lifecycles.md"
HEAD = """\
# Lifecycles

Drawn from `src/chuan/rules/lifecycles.py` by `make diagrams`; `make check` compares. Do not edit by hand.

Every table is total: a status and an act either lead to a next status or to a refusal that says what may be
done now. A status stands with its label and sentence as the screens show them, and the role that acts next.
"""


def page() -> str:
    """The whole page; the same text for the same tables."""
    return "\n".join([HEAD, *(section(one) for one in ALL)])


def section(lifecycle: Lifecycle) -> str:
    """One table: its drawing, then its statuses in words."""
    rows = [
        f"| `{name}` | {status.label} | {status.sentence} | `{status.owner}` |"
        for name, status in lifecycle.statuses.items()
    ]
    return "\n".join(
        [
            f"## {lifecycle.title} (`{lifecycle.name}`)",
            "",
            "```mermaid",
            drawing(lifecycle).rstrip("\n"),
            "```",
            "",
            "| status | label | sentence | who acts |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def differs(path: Path = PAGE) -> str:
    """Why the page on disk is not what the tables say; empty when it is."""
    if not path.is_file():
        return f"{path.name} is missing: run `make diagrams`."
    there, wanted = path.read_text(encoding="utf-8").splitlines(), page().splitlines()
    if there == wanted:
        return ""
    line = next(
        (n for n, (a, b) in enumerate(zip(there, wanted, strict=False), 1) if a != b),
        min(len(there), len(wanted)) + 1,
    )
    return (
        f"{path.name} differs from the tables (rules/lifecycles.py) from line {line} on: run `make diagrams`."
    )


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with ``--check`` only say whether it is true."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if problem := differs():
        sys.stderr.write(f"{problem}\n")
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
