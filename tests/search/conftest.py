"""A kind of thing that only these tests know, and what it finds."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries
from chuan.search.finding import Found, find

UNIT, OTHER = 7, 8


def entry(number: int, title: str = "", **more) -> Entry:
    """An invented paper; the same number is the same thing."""
    given = {"kind": "paper", "unit_id": UNIT} | more
    subject = Subject(given.pop("kind"), uuid.UUID(int=number))
    return Entry(subject, given.pop("unit_id"), title, **given)


def put(*given: Entry) -> None:
    """Write them as an act would."""
    entries.put(given)


def found(words: str, **more) -> Found:
    """What the words find in the unit."""
    return find(words, **({"unit_ids": [UNIT]} | more))


def numbers(words: str, **more) -> list[int]:
    """The numbers of the papers found, in order."""
    return [hit.subject.uid.int for hit in found(words, **more).hits]


def day(number: int) -> date:
    """A day of 2021."""
    return date(2021, 1, number)


@pytest.fixture
def papers(monkeypatch) -> list[Entry]:
    """The only kind on offer: a list that a test fills."""
    held: list[Entry] = []
    monkeypatch.setattr(search, "_sources", {"paper": lambda: iter(held)})
    return held
