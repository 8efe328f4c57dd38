"""The inputs of a review: asked of every room, or read as they were frozen; which letters are still missing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.law.review_inputs import Input, inputs
from chuan.offers.review_inputs import Asked, Heard, collected_by_room
from chuan.people.viewer import Viewer
from chuan.reviews.models import Addition, Collection, Minutes, Review, ReviewLine
from chuan.rules.reviews import Change, Known, drift


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the page shows it."""

    words: str
    address: str
    room: str
    short: bool


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter with everything that is said of it."""

    asked: Input
    sentences: tuple[Sentence, ...]
    additions: tuple[Addition, ...]

    @property
    def known(self) -> Known:
        """What is known of it, for the rule."""
        short = sum(1 for one in self.sentences if one.short)
        return Known(self.asked.letter, len(self.sentences) - short, short, len(self.additions))

    @property
    def is_missing(self) -> bool:
        """Whether a person still has to speak of it."""
        return self.known.is_missing


@dataclass(frozen=True, slots=True)
class Inputs:
    """All letters; ``collection`` is None while they are asked anew each time."""

    letters: tuple[LetterShown, ...]
    as_of: date
    collection: Collection | None

    @property
    def missing(self) -> list[LetterShown]:
        """Letters that a person still has to speak of."""
        return [one for one in self.letters if one.is_missing]

    @property
    def missing_first(self) -> list[LetterShown]:
        """All of them, the missing ones first."""
        return [*self.missing, *(one for one in self.letters if not one.is_missing)]

    @property
    def known(self) -> list[Known]:
        """What is known of each, for the rule."""
        return [one.known for one in self.letters]


def as_of_day(review: Review, today: date) -> date:
    """The day inputs are collected for: that of the meeting, today while it lies ahead."""
    return min(review.held_on or review.planned_on, today)


def ask(review: Review, on: date, *, by: Viewer, at: datetime) -> dict[str, list[Heard]]:
    """Ask every room. Heavy: outside any transaction."""
    asked = Asked(review.owner_unit, review.period, on, at, by)
    return {letter.value: heard for letter, heard in collected_by_room(asked).items()}


def inputs_of(review: Review, *, by: Viewer, on: date, at: datetime) -> Inputs:
    """What the page shows: the frozen lines of a review that was held, else what the rooms say now."""
    standing = latest(review)
    said: Mapping[str, Iterable[Sentence]]
    if standing is not None:
        day, said = standing.as_of, _frozen(standing)
    else:
        day = as_of_day(review, on)
        said = {
            letter: [_sentence(one) for one in heard]
            for letter, heard in ask(review, day, by=by, at=at).items()
        }
    words: dict[str, list[Addition]] = {}
    for one in Addition.objects.standing().filter(review=review).select_related("by").order_by("pk"):
        words.setdefault(one.letter, []).append(one)
    letters = tuple(
        LetterShown(one, tuple(said.get(letter, ())), tuple(words.get(letter, ())))
        for letter, one in inputs().items()
    )
    return Inputs(letters, day, standing)


def latest(review: Review) -> Collection | None:
    """The collection that stands; None before the meeting is written."""
    return Collection.objects.filter(review=review).order_by("-number").first()


def standing_minutes(review: Review) -> Minutes | None:
    """The meeting as it was written last; None before that."""
    rows = Minutes.objects.filter(review=review).select_related("chair", "secretary")
    return rows.order_by("-version").first()


def canonical(body: Mapping[str, Any]) -> tuple[str, str]:
    """The canonical text and its SHA-256: what is frozen is compared by it, never by a column of the database."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text, hashlib.sha256(text.encode()).hexdigest()


def freeze(
    review: Review, heard: Mapping[str, Sequence[Heard]], on: date, *, by: Viewer, at: datetime
) -> Collection:
    """Keep what the rooms said as a new collection, inside an act."""
    lines = [
        (letter, n, one.said.sentence, one.said.address, one.room, one.said.short)
        for letter, some in heard.items()
        for n, one in enumerate(some, 1)
    ]
    text, digest = canonical(
        {"review": review.code, "unit": str(review.unit.uid), "as_of": on.isoformat(), "at": at.isoformat(),
         "period": [review.starts.isoformat(), review.ends.isoformat()], "lines": lines}
    )  # fmt: skip
    made = Collection.objects.create(
        review=review, number=Collection.objects.filter(review=review).count() + 1, as_of=on, text=text,
        digest=digest, by=by.official, collected_at=at,
    )  # fmt: skip
    names = ("letter", "ordinal", "sentence", "address", "room", "short")
    rows = [ReviewLine(collection=made, **dict(zip(names, line, strict=True))) for line in lines]
    ReviewLine.objects.bulk_create(rows, batch_size=200)
    return made


def drifted(review: Review, standing: Collection, *, by: Viewer, at: datetime) -> list[Change]:
    """What the rooms say otherwise now of the same days: shown beside, never put in place."""
    now = ask(review, standing.as_of, by=by, at=at)
    before = {letter: [one.words for one in some] for letter, some in _frozen(standing).items()}
    return drift(before, {letter: [one.said.sentence for one in heard] for letter, heard in now.items()})


def _frozen(standing: Collection) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {letter: [] for letter in inputs()}
    for one in standing.lines.order_by("letter", "ordinal"):
        found.setdefault(one.letter, []).append(Sentence(one.sentence, one.address, one.room, one.short))
    return found


def _sentence(one: Heard) -> Sentence:
    return Sentence(one.said.sentence, one.said.address, one.room, one.said.short)
