"""Figures in running text: whose, of which days, and what is asked where two could be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chuan.rules.decision_text.flat import Flat, flatten
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.phrases import sentence_bounds
from chuan.rules.report_figures import number_roles
from chuan.rules.report_figures.heads import other_commune
from chuan.rules.report_figures.lines import Piece
from chuan.rules.report_figures.naming import NOBODY, Named, has_content, named, phrase_of, without_mark
from chuan.rules.report_figures.number_roles import Role
from chuan.rules.report_figures.periods_said import mentions
from chuan.rules.report_figures.shapes import fitting
from chuan.rules.report_figures.tokens import Token, tokens_of
from chuan.rules.report_figures.types import Doubt, Head, Home, How, Proposal, Said, Taught, Wanted
from chuan.rules.types import Span

_STOP = re.compile(r"[,;:()]|(?<!\w)(?:trong\s+đó|còn\s+lại)(?!\w)|\.(?=\s)")
_APART = re.compile(r"(?<!\w)trong\s+đó(?!\w)")
_ESTIMATE = re.compile(r"(?<!\w)ước(?!\w)")
_LARGER = re.compile(
    r"(?<!\w)(?:toàn|trên\s+địa\s+bàn|bình\s+quân(?:\s+chung)?(?:\s+(?:toàn|của))?|của)\s+"
    r"(?:thị\s+xã|tỉnh|huyện|quận|thành\s+phố|cả\s+nước|nước)(?!\w)"
)


_SEASON = re.compile(r"(?<!\w)vụ\s+(?:xuân|hè|mùa|đông)(?!\w)")
_NOT_OURS = frozenset({Role.PLAN, Role.PAST, Role.OF_PLAN, Role.AVERAGE})


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and what is known beforehand."""

    wanted: Sequence[Wanted]
    taught: Sequence[Taught]
    head: Head
    home: Home
    lexicon: Lexicon


@dataclass(slots=True)
class _Subject:
    """Whose figures the sentence speaks of just now."""

    words: str = ""
    named: Named = NOBODY
    said: Said | None = None
    estimate: bool = False


def of_paragraph(piece: Piece, asked: Asked) -> Iterator[Proposal]:
    """Every figure of a paragraph that is a value of this unit; ``key`` "" where nobody is meant for sure."""
    flat = flatten(piece.text)
    flat = replace(flat, text=flat.text.replace("\n", " "), low=flat.low.replace("\n", " "))
    subject = _Subject(_lead(piece.above))
    for start, end in sentence_bounds(flat.text):
        low = flat.low[start:end]
        if low.strip() and not number_roles.looks_ahead(low):
            yield from _sentence(flat, start, end, piece.start, subject, asked)


def without_home(low: str, home: Home) -> str:
    """The text with this unit's own name blanked out: it says nothing about whose figure it is. Same length."""
    name = r"\s+".join(map(re.escape, home.name.lower().split()))
    return re.sub(
        rf"(?<=phường ){name}|(?<=xã ){name}|(?<=trấn ){name}", lambda found: " " * len(found.group()), low
    )


def _lead(above: str) -> str:
    """The words of the paragraph above, as the subject of what hangs under it."""
    words = without_mark(above).lower()
    return words if not re.search(r"\d", words) else ""


def _sentence(
    flat: Flat, start: int, end: int, offset: int, subject: _Subject, asked: Asked
) -> Iterator[Proposal]:
    low = without_home(flat.low[start:end], asked.home)
    tokens = list(tokens_of(low, asked.lexicon))
    subject.said = None
    year = asked.head.period.period.start.year if asked.head.period else None
    days = mentions(low, year, asked.head.period)
    for index, token in enumerate(tokens):
        before = tokens[index - 1].stop if index else 0
        after = tokens[index + 1].start if index + 1 < len(tokens) else len(low)
        left, right = low[before : token.start], low[_words_after(token) : after]
        _move(subject, left, right, asked, first=not index)
        role = number_roles.role_of(left, low[token.stop :])
        said = _days(days, token, right, subject, asked, before)
        if token.is_range or role in _NOT_OURS or _is_earlier(said, asked.head):
            continue
        if _elsewhere(flat.text[start:end], token, before, after, asked):
            continue
        proposal = _proposal(low, left, token, role, subject, asked)
        if proposal is not None:
            here = Span(offset + _at(flat, start + token.start, start + token.end).start,
                        offset + _at(flat, start + token.start, start + token.end).end)  # fmt: skip
            whole = flat.span(start + len(low) - len(low.lstrip()), start + len(low.rstrip()))
            yield replace(
                proposal, span=here, said=Span(offset + whole.start, offset + whole.end), said_period=said,
                estimate=asked.head.estimate or subject.estimate,
            )  # fmt: skip


def _words_after(token: Token) -> int:
    """Where the words after a figure begin: a thing that is counted is one of them, a measure is none."""
    measured = token.amount.unit in ("%", "‰") or "đồng" in token.amount.unit
    return token.stop if measured else token.end


def _at(flat: Flat, start: int, end: int) -> Span:
    return flat.span(start, end)


def _move(subject: _Subject, left: str, right: str, asked: Asked, *, first: bool) -> None:
    """The subject the words before a figure name; words that only lead on keep the one before."""
    tail = _STOP.split(left)[-1]
    ahead = _STOP.split(right)[0]
    own = left
    subject.estimate = bool(_ESTIMATE.search(left))
    if _APART.search(left):
        own = _APART.split(left)[-1]
        subject.words, subject.named = own, named(own, asked.wanted, asked.taught)
        return
    if not has_content(left):
        both = f"{left} {ahead}" if has_content(ahead) and (first or not subject.words.strip()) else ""
        if both:
            subject.words, subject.named = both, named(both, asked.wanted, asked.taught)
        elif subject.words and subject.named is NOBODY:
            subject.named = named(subject.words, asked.wanted, asked.taught)
        return
    for words in (tail, own, f"{tail} {ahead}", f"{own} {ahead}"):
        found = named(words, asked.wanted, asked.taught)
        if found.keys or found.taught:
            subject.words, subject.named = words, found
            return
    subject.words, subject.named = (tail if has_content(tail) else own), NOBODY


def _days(
    days: Sequence[tuple[int, int, Said]],
    token: Token,
    right: str,
    subject: _Subject,
    asked: Asked,
    before: int,
) -> Said | None:
    """The days named last before the figure in its own words, else after it, else in the sentence, else the head's."""
    if _SEASON.search(subject.words):
        return None
    own = [said for begin, finish, said in days if before <= begin and finish <= token.start]
    if own:
        subject.said = own[-1]
        return own[-1]
    stop = token.stop + len(_STOP.split(right)[0])
    after = [said for begin, finish, said in days if begin >= token.stop and finish <= stop]
    if after:
        return after[0]
    earlier = [said for _begin, finish, said in days if finish <= token.start]
    return subject.said or (earlier[-1] if earlier else asked.head.period)


def _is_earlier(said: Said | None, head: Head) -> bool:
    """Whether the words name a year before the report's own: what was then is told for comparison."""
    return (
        said is not None
        and head.period is not None
        and said.period.start.year < head.period.period.start.year
    )


def _elsewhere(text: str, token: Token, before: int, after: int, asked: Asked) -> bool:
    """Whether the figure is of the town, the province, or of another ward."""
    around = text[before : token.end] + _STOP.split(text[token.end : after])[0]
    larger = _LARGER.search(around.lower()) is not None
    return larger or bool(other_commune(text[:before] + around.split(",")[0], asked.home))


def _proposal(
    low: str, left: str, token: Token, role: Role, subject: _Subject, asked: Asked
) -> Proposal | None:
    """The figure with whose it may be; None for a change that no indicator of growth asks for."""
    keys, growth = subject.named.keys, number_roles.is_growth(left)
    fits = [found for one in asked.wanted if one.key in keys
            for found in [fitting(one, token.amount, growth if role is Role.CHANGE else 0)] if found]  # fmt: skip
    phrase, nothing = phrase_of(subject.words), Span(0, 0)
    how = How.TAUGHT if subject.named.taught else How.WORDS
    if len(fits) == 1:
        doubts = list(fits[0].doubts)
        if number_roles.is_about(left):
            doubts.append(Doubt("about"))
        if subject.named.strange and not subject.named.taught:
            doubts.append(Doubt("narrower", {"words": " ".join(subject.named.strange)[:80]}))
        return Proposal(
            fits[0].key, fits[0].amount, nothing, nothing, phrase, "", how, None, False, tuple(doubts)
        )
    if role is Role.CHANGE or (subject.named.taught and not keys):
        return None
    if len(fits) > 1:
        names = ", ".join(one.name for one in asked.wanted if one.key in [fit.key for fit in fits])
        return Proposal(
            "",
            token.amount,
            nothing,
            nothing,
            phrase,
            "",
            how,
            None,
            False,
            (Doubt("two_meant", {"names": names}),),
        )
    return Proposal("", token.amount, nothing, nothing, phrase, "", how, None, False)
