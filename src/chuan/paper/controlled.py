"""A controlled document of the quality management system: coded on every page, with who wrote and approved it.

It is no paper of Nghị định 30/2020/NĐ-CP (it has no number and no date of its own) but is lettered alike. Every page
bears code, revision, effective date and page (TCVN ISO 9001:2015, 7.5.2a and 7.5.3.2c ask for identification and
for control of changes).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import typst

from chuan.law.paper import paper_rules
from chuan.paper.fonts import typefaces
from chuan.paper.letters import printable
from chuan.paper.papers import Block, Paper, Signer
from chuan.paper.told import told

HEADS = ("", "Soạn thảo", "Xem xét", "Phê duyệt")
"""The table of who answers for it; its rows are names, positions and days."""
ROWS = ("Họ tên", "Chức danh", "Ngày")
CHANGES = ("Lần ban hành", "Ngày hiệu lực", "Nội dung thay đổi")


@dataclass(frozen=True, slots=True)
class Answering:
    """Who wrote, reviewed or approved it; "" where nobody has yet."""

    name: str = ""
    position: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class ControlledPaper:
    """One revision to typeset. ``stamp`` ("HẾT HIỆU LỰC từ …") stands at the top of every page; "" for none.

    ``facts`` are the lines beside the title on every page: (label, value), without the page. ``answering`` are the
    three of ``HEADS``; ``changes`` one row for each revision so far. ``mark`` stands at the foot of every page.
    """

    agency: tuple[str, ...]
    title: str
    facts: tuple[tuple[str, str], ...]
    answering: tuple[Answering, Answering, Answering]
    body: tuple[Block, ...]
    made_on: date
    changes: tuple[tuple[str, str, str], ...] = ()
    stamp: str = ""
    mark: str = ""

    @property
    def answering_rows(self) -> list[tuple[str, ...]]:
        """The rows under ``HEADS``."""
        columns = [(one.name, one.position, one.on) for one in self.answering]
        return [(label, *(column[n] for column in columns)) for n, label in enumerate(ROWS)]


def controlled_pdf(paper: ControlledPaper) -> bytes:
    """PDF/A-2a and PDF/UA-1, the same bytes for the same revision. Call it outside any transaction."""
    made = paper.made_on
    done = _ours.compiler.compile(
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        sys_inputs={"paper": json.dumps(_told(paper), ensure_ascii=False)},
    )
    if not isinstance(done, bytes):
        raise TypeError("a PDF is one file")
    return done


def plain(paper: ControlledPaper) -> Paper:
    """Its text as a paper without head and signature, for what draws any paper's text."""
    return Paper(
        agency=paper.agency,
        symbol="",
        place="",
        type_name=paper.title,
        subject="",
        signer=Signer((), ""),
        body=paper.body,
        made_on=paper.made_on,
        mark=paper.mark,
        is_form=True,
    )


def _told(paper: ControlledPaper) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(told(plain(paper), paper_rules()))
    return given | {
        "title": printable(f"{paper.facts[0][1]} {paper.title}"),
        "controlled": {
            "agency": _lines(paper.agency),
            "title": printable(paper.title),
            "facts": [_lines(pair) for pair in paper.facts],
            "heads": _lines(HEADS),
            "answering": [_lines(row) for row in paper.answering_rows],
            "change_heads": _lines(CHANGES),
            "changes": [_lines(row) for row in paper.changes],
            "stamp": printable(paper.stamp),
        },
    }


def _lines(texts: Sequence[str]) -> list[str]:
    return [printable(one) for one in texts]


class _Ours(threading.local):
    """The compiler of this thread, for this template."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            str(files("chuan.paper") / "controlled.typ"), font_paths=typefaces(), ignore_system_fonts=True
        )


_ours = _Ours()
