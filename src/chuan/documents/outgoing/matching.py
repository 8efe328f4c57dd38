"""Whether a signed file is the paper that was drafted: read, compared by words, told by lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from chuan.documents.models import Document
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import DiffLine, changes_in, compared, content_of
from chuan.documents.projecting import columns_of
from chuan.exchange import papers
from chuan.law.lexicons import reader_lexicon
from chuan.rules import decision_text
from chuan.rules.decision_text.types import DecisionReading
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import compose, fold

SAME = Fraction(3, 5)
"""Share of common words from which two texts are one paper; below it the file is another paper's."""


@dataclass(frozen=True)
class SignedPaper:
    """A signed file brought to text and read, before anything is stored."""

    text: str
    reading: DecisionReading
    number: str
    symbol: str
    issued_on: date | None
    subject: str
    signer: str
    effective_from: date | None

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
    )


def match_of(document: Document, signed: SignedPaper) -> Match:
    """Compare a signed paper with the draft as it would stand with the same number and day."""
    draft = text_of(document, content_of(document), number=signed.number, on=signed.issued_on)
    shared = share_of_words(draft, signed.text)
    lines = compared("\n".join(_sentences(draft)), "\n".join(_laid_like(_sentences(draft), signed.text)))
    return Match(shared, tuple(one for one in lines if one.kind != "same"))


def best_of(drafts: list[Document], signed: SignedPaper) -> Document | None:
    """The draft that the paper is, among those that wait for a signed one; None where none is near enough."""
    near = [(share_of_words(text_of(one, content_of(one)), signed.text), -one.pk, one) for one in drafts]
    share, _pk, best = max(near, default=(Fraction(0), 0, None), key=lambda found: found[:2])
    return best if share >= SAME else None


def share_of_words(one: str, other: str) -> Fraction:
    """How much of two texts is common: twice the common words over all (Dice), an exact share."""
    first, second = Counter(_words(one)), Counter(_words(other))
    total = first.total() + second.total()
    return Fraction(2 * (first & second).total(), total) if total else Fraction(0)


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


def _sentences(text: str) -> list[str]:
    return [" ".join(compose(line).split()) for line in text.splitlines() if line.strip()]


def _laid_like(wanted: list[str], text: str) -> list[str]:
    """The signed text cut where the draft has its lines: a PDF breaks lines where the page ends.

    Words that the draft does not have stay, on lines of their own.
    """
    words = compose(text).split()
    lines: list[str] = []
    at = 0
    for line in wanted:
        parts = line.split()
        found = _find(words, parts, at)
        if found is None:
            continue
        if found > at:
            lines.append(" ".join(words[at:found]))
        lines.append(line)
        at = found + len(parts)
    return [*lines, *([" ".join(words[at:])] if at < len(words) else [])]


def _find(words: list[str], parts: list[str], start: int) -> int | None:
    """Where the words of a line stand next; case and marks of punctuation are not looked past."""
    first = parts[0]
    for at in range(start, len(words) - len(parts) + 1):
        if words[at] == first and words[at : at + len(parts)] == parts:
            return at
    return None


def without_widgets(signed: SignedPaper) -> SignedPaper:
    """The same with number and day left out, for a paper that is signed but not numbered yet."""
    return replace(signed, number="", issued_on=None)
