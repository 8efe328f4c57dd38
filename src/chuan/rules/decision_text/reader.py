"""Reading a Decision: text in, what it says out; never raises, never corrects."""

from __future__ import annotations

from chuan.rules.decision_text.articles import (
    group_articles,
    read_articles,
    read_bases,
    read_changes,
    read_effect,
    read_executors,
    read_proposer,
)
from chuan.rules.decision_text.doubts import document_questions, line_questions
from chuan.rules.decision_text.ending import read_annexes, read_ending
from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.form import read_remarks
from chuan.rules.decision_text.header import read_head
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.lines import read_objectives
from chuan.rules.decision_text.paragraphs import read_paragraphs
from chuan.rules.decision_text.types import DecisionReading

READER_VERSION = 1
"""Stored beside every reading; raised whenever the same text may read differently."""


def read_decision(text: str, *, lexicon: Lexicon) -> DecisionReading:
    """Read a Decision's extracted text. Spans are code points of ``text`` as given.

    Absent fields are None or empty. Total: any text gives a reading (a novel gives an
    empty one, see `is_decision`); time is linear in the length.
    """
    flat = flatten(text)
    head = read_head(flat)
    paragraphs = read_paragraphs(flat)
    ending = read_ending(flat, head.body_at)
    body = [p for p in paragraphs if head.body_at <= p.start < ending.start]
    groups = group_articles(body, ending.start)
    opening = [p for p in body if not groups or p.start < groups[0][0].start]
    bases = read_bases(flat, opening)
    subject = head.subject.value if head.subject else ""
    lines = read_objectives(
        flat, paragraphs, groups, subject, head.body_at, (ending.start, ending.end), lexicon
    )
    return DecisionReading(
        number=head.number,
        symbol=head.symbol,
        type=head.type,
        issuer=head.issuer,
        place=head.place,
        date=head.on,
        subject=head.subject,
        bases=tuple(act for _, acts in bases for act in acts),
        proposer=read_proposer(flat, opening),
        articles=read_articles(flat, groups),
        effect=read_effect(flat, groups),
        changes=read_changes(flat, groups),
        executors=read_executors(flat, groups),
        recipients=ending.recipients,
        signer=ending.signer,
        annexes=read_annexes(flat, ending.end),
        objectives=lines,
        questions=(*document_questions(head, ending.signer), *line_questions(lines)),
        remarks=tuple(read_remarks(flat, head, bases, ending.recipients, lines, lexicon)),
    )


def is_decision(reading: DecisionReading) -> bool:
    """Whether what was read is a Decision at all (a novel or a letter is not): its type, or
    failing that a symbol QĐ, and something decided or promised."""
    named = reading.type is not None and reading.type.value == "Quyết định"
    marked = reading.symbol is not None and reading.symbol.value.upper().startswith("QĐ")
    return (named or marked) and bool(reading.articles or reading.objectives or reading.signer.name)
