"""Whose figure it is: the words beside it against the words of every indicator. Folded, whole syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chuan.rules.report_figures.types import Taught, Wanted
from chuan.rules.vietnamese import fold

_FILL = frozenset(  # a list of one word a line would be five screens
    """
    dat la co duoc cua tren dia ban phuong xa thi tran toan trong va voi cac mot nhung so ty ti le tong da den nay uoc
    thuc hien ket qua luy ke thang quy nam dau cuoi tu tinh ngay bang khoang chiem gom o muc con xuong len tang giam
    duy tri giu vung cong nhan nang cao xay dung hoan thanh theo tiep tuc ca ky bao hang don vi nham tai cho ra moi
    them chung binh quan truoc sau vao luc cuc bo phan deu thi vay day trien khai ra soat nhu the ii iii iv vi voi
    duoi gan hon nghin trieu dong nguoi vuot hut cung
    """.split()  # noqa: SIM905
)  # fmt: skip
"""Words that say nothing about whose figure it is."""
_DAYS = re.compile(
    r"(?<!\w)(?:luy ke|cong don|(?:tu )?dau nam|cuoi nam|ca nam|den nay|tinh den|den het|den ngay)(?!\w)"
)
_PASSING = frozenset({"thang", "quy", "nam", "ngay", "uoc", "dat", "la", "i", "ii", "iii", "iv"})
"""Words that change from month to month beside the same figure."""
_LEADS_ON = frozenset(
    {"con", "khoang", "duoc", "tu", "den", "gan", "hon", "tren", "co", "chiem", "len", "xuong", "muc"}
)
"""Words at the end that only lead on to the figure."""
_MASKED = re.compile(r"\d+(?:[.,/]\d+)*")
_MARK = re.compile(
    r"^\s*(?:[-–—+•*·]|\d{1,2}(?:\.\d{1,2})*[.)]?|[ivx]{1,4}[.)]|[a-zđ][.)])\s+", re.IGNORECASE
)
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Named:
    """The indicators that words may mean, the best alone or several; ``strange`` are words nobody expected."""

    keys: tuple[str, ...]
    strange: tuple[str, ...] = ()
    taught: bool = False


NOBODY = Named(())


def without_mark(words: str) -> str:
    """Words without the mark of a list before them: "- ", "1.2. ", "a) "."""
    return _MARK.sub("", words)


def phrase_of(words: str) -> str:
    """What is kept of words to know them again next month: folded, without numbers, days and words that lead on."""
    plain = _DAYS.sub(" ", _MASKED.sub(" ", fold(without_mark(words))))
    kept = [one for one in re.findall(r"[\w%‰]+", plain) if one not in _PASSING]
    while kept and kept[-1] in _LEADS_ON:
        kept.pop()
    return " ".join(kept)[:LONGEST]


def has_content(words: str) -> bool:
    """Whether words name something, and do not only lead on to a figure."""
    return any(one not in _FILL and len(one) > 1 for one in re.findall(r"[^\W\d_]+", fold(words)))


def named(words: str, wanted: Sequence[Wanted], taught: Iterable[Taught] = (), column: str = "") -> Named:
    """Whose figure the words speak of. What a person taught of the very same words comes first."""
    phrase = phrase_of(words)
    for one in taught:
        if one.phrase == phrase and one.column == column:
            return Named((one.key,) if one.key else (), taught=True)
    return by_words(words, wanted)


def by_words(words: str, wanted: Sequence[Wanted]) -> Named:
    """By the words alone; of several that match, those whose match is longest."""
    folded = " ".join(re.findall(r"[\w%‰#]+", fold(words)))
    weighed = [(weight(folded, one), one) for one in wanted]
    best = max((found for found, _one in weighed), default=0)
    if not best:
        return NOBODY
    chosen = [one for found, one in weighed if found == best]
    return Named(tuple(one.key for one in chosen), _strange(words, chosen[0]) if len(chosen) == 1 else ())


def weight(folded: str, one: Wanted) -> int:
    """Letters of the best wording that stands in the text; 0 for none, or beside a word that means another thing."""
    if any(_occurs(word, folded) for word in one.never):
        return 0
    matched = [way for way in one.wordings if all(_occurs(word, folded) for word in way.all_of)]
    return max((sum(map(len, way.all_of)) for way in matched), default=0)


def _strange(words: str, one: Wanted) -> tuple[str, ...]:
    """Words, as written, that neither the indicator nor any report would need here: they may narrow what is meant."""
    known = _vocabulary(one)
    return tuple(
        word
        for word in re.findall(r"[^\W\d_]{2,}", words)
        if (folded := fold(word)) not in known and folded not in _FILL
    )


@lru_cache(maxsize=256)
def _vocabulary(one: Wanted) -> frozenset[str]:
    ways = (word for way in one.wordings for word in way.all_of)
    return frozenset(
        part
        for text in (fold(one.name), *ways, *one.known, fold(one.unit))
        for part in re.findall(r"[^\W\d_]+", text)
    )


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _occurs(word: str, text: str) -> bool:
    return _pattern(word).search(text) is not None
