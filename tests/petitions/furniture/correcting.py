"""A law file corrected for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from chuan.law import petitions as law
from chuan.petitions import keeping


@pytest.fixture
def correct(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Correct a value of the law file, in all its versions."""
    held = dict(law.petition_parameters())

    def corrected(key: str, value: str) -> None:
        versions = tuple(replace(one, value=value) for one in held[key].versions)
        held[key] = replace(held[key], versions=versions)
        monkeypatch.setattr(law, "petition_parameters", lambda: held)
        forget()

    yield corrected
    monkeypatch.undo()
    forget()


def forget() -> None:
    """What was kept in the process of the file as it was."""
    for cached in (law._law_of, law._renewing, keeping._texts, keeping._names, keeping._text_of):
        cached.cache_clear()
