"""Whether a signed file is the paper that was drafted: read, compared by words, told by lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from chuan.documents.models import Document
from chuan.documents.outgoing.differing import lines_that_differ
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import DiffLine, changes_in, content_of
from chuan.documents.projecting import columns_of
from chuan.exchange import papers
from chuan.law.lexicons import reader_lexicon
from chuan.rules import decision_text
from chuan.rules.decision_text.types import DecisionReading
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold

SAME = Fraction(3, 5)
"""Share of common words from which two texts are one paper; below it the file is another paper's."""


@dataclass(frozen=True)
class SignedPaper:
    """A signed file brought to text and read, before anything is stored.

    ``drawn`` are the texts inside signature fields and other widgets.
    """

    text: str
    reading: DecisionReading
    number: str
    symbol: str
    issued_on: date | None
    subject: str
    signer: str
    effective_from: date | None
    drawn: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """How a refusal names it."""
        number = f"{self.number}/{self.symbol}" if self.symbol else self.number
        return " ".join(part for part in (number, self.subject) if part) or "văn bản không đọc được số"


@dataclass(frozen=True, slots=True)
class Match:
    """How far a signed paper is the draft: the share of common words, and the lines that differ."""

    share: Fraction
    lines: tuple[DiffLine, ...]

    @property
    def is_it(self) -> bool:
        """Whether it is this paper at all."""
        return self.share >= SAME

    @property
    def changes(self) -> int:
        """How many lines differ."""
        return changes_in(list(self.lines))


def read_signed(data: bytes, name: str) -> SignedPaper:
    """Read a signed PDF, also what stands in signature widgets. Slow: before the transaction.

    Raises the refusals of ``exchange.papers.extract``.
    """
    paper = papers.extract(data, name=name)
    reading = decision_text.read_decision(paper.text, lexicon=reader_lexicon())
    columns = columns_of(reading)
    return SignedPaper(
        text=paper.text,
        reading=reading,
        number=columns["number"],
        symbol=columns["symbol"],
        issued_on=columns["issued_on"],
        subject=columns["subject"],
        signer=columns["signer_name"],
        effective_from=columns["effective_from"],
        drawn=tuple(one.text for one in paper.widgets),
    )


def match_of(document: Document, signed: SignedPaper) -> Match:
    """Compare a signed paper with the draft as it would stand with the same number and day."""
    draft = text_of(document, content_of(document), number=signed.number, on=signed.issued_on)
    return Match(_share(document, signed), tuple(lines_that_differ(draft, signed.text, signed.drawn)))


def best_of(drafts: list[Document], signed: SignedPaper) -> Document | None:
    """The draft that the paper is, among those that wait for a signed one; None where none is near enough."""
    near = [(_share(one, signed), -one.pk, one) for one in drafts]
    share, _pk, best = max(near, default=(Fraction(0), 0, None), key=lambda found: found[:2])
    return best if share >= SAME else None


def share_of_words(one: str, other: str, apart: str = "") -> Fraction:
    """How much of two texts is common: twice the common words over all (Dice), an exact share.

    The words of ``apart``, which every paper of the unit has, count in neither.
    """
    besides = Counter(_words(apart))
    first, second = Counter(_words(one)) - besides, Counter(_words(other)) - besides
    total = first.total() + second.total()
    return Fraction(2 * (first & second).total(), total) if total else Fraction(0)


def _share(document: Document, signed: SignedPaper) -> Fraction:
    """How much a signed paper has of the draft's own words: its head, signer and recipients say nothing."""
    content = content_of(document)
    bare = replace(content, subject="", bases=(), to=(), body=(), annexes=())
    return share_of_words(text_of(document, content), signed.text, text_of(document, bare))


def effective_of(text: str) -> date | None:
    """From which day the text says it holds; None where it does not say, or cannot be read."""
    try:
        reading = decision_text.read_decision(text, lexicon=reader_lexicon())
    except Refused:
        return None
    found: date | None = columns_of(reading)["effective_from"]
    return found


def _words(text: str) -> list[str]:
    return [word for word in fold(text).replace("-", " ").split() if any(map(str.isalnum, word))]
