"""A paper as PDF/A-2a and PDF/UA-1: tagged, self-contained, the same bytes for the same paper."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from importlib.resources import files

import typst

from chuan.law.paper import paper_rules
from chuan.paper.fonts import typefaces
from chuan.paper.papers import Paper
from chuan.paper.told import day_made, told


def to_pdf(paper: Paper) -> bytes:
    """Typeset the paper by Nghị định 30/2020/NĐ-CP, Phụ lục I. Call it outside any transaction."""
    return compiled(told(paper, paper_rules(paper.date)), day_made(paper))


def compiled(told: str, made: date) -> bytes:
    """The template filled with what it is told, stamped with the day it was made."""
    done = _ours.compiler.compile(
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime(made.year, made.month, made.day, tzinfo=UTC),
        sys_inputs={"paper": told},
    )
    if not isinstance(done, bytes):
        raise TypeError("a PDF is one file")
    return done


def compiled_with(told: str, made: date, label: str) -> tuple[bytes, str]:
    """The same, and as JSON the values that the template has put under the label: no second layout is made."""
    return compiled(told, made), _ours.compiler.query(label, field="value")


class _Ours(threading.local):
    """The compiler of this thread: it keeps the template, and what it was told last, for a question after."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            str(files("chuan.paper") / "paper.typ"), font_paths=typefaces(), ignore_system_fonts=True
        )


_ours = _Ours()
