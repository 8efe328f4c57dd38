"""How one room names a thing of another: a kind and a uid, resolved by whoever registered the kind."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, order=True, slots=True)
class Subject:
    """A thing of some room, by kind ("document", "indicator", …) and uid."""

    kind: str
    uid: uuid.UUID


@dataclass(frozen=True, slots=True)
class Described:
    """What may be shown of a subject to one viewer: label, grey line beneath, address, next verb."""

    subject: Subject
    label: str
    address: str
    note: str = ""
    verb: str = ""
    icon: str = "file-earmark-text"
    settled: bool = False
    every_day: bool = False
    """Whether the law counts its deadline in calendar days; a legal clock counts working days otherwise."""


class Describer(Protocol):
    """What a room registers for each kind it owns.

    ``viewer`` is ``people.Viewer``; a subject the viewer may not see is left out.
    """

    def __call__(self, uids: Iterable[uuid.UUID], viewer: Any) -> Mapping[uuid.UUID, Described]:
        """Describe those that the viewer may see."""
        ...


_describers: dict[str, Describer] = {}


def register(kind: str, describer: Describer) -> None:
    """Offer a kind; called once from the owning room's ``AppConfig.ready``."""
    _describers[kind] = describer


def describe(subjects: Iterable[Subject], viewer: Any) -> dict[Subject, Described]:
    """Describe many subjects with one call per kind; what may not be seen is absent."""
    by_kind: dict[str, list[uuid.UUID]] = {}
    for subject in subjects:
        by_kind.setdefault(subject.kind, []).append(subject.uid)
    found: dict[Subject, Described] = {}
    for kind, uids in by_kind.items():
        if (describer := _describers.get(kind)) is not None:
            found.update({Subject(kind, uid): one for uid, one in describer(uids, viewer).items()})
    return found


def kinds() -> frozenset[str]:
    """Every kind that some room has registered."""
    return frozenset(_describers)


def describers() -> Mapping[str, Describer]:
    """Every kind with what describes it."""
    return dict(_describers)
