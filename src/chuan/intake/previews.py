"""What a look into a file found, kept beside the import as JSON of bounded size.

Counts stand in the import's own columns; here are the first lines of each kind, to be read by a person.
Nothing personal is kept that would not be stored: words of rows left out are shortened to their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chuan.intake.models import Import
from chuan.intake.reading import ColumnMap, Doubt, Fault
from chuan.rules.types import Period

MOST = 200
"""Lines of one kind that are kept; the counts say how many there are."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """One column of the header, what it most likely is ("" for nothing), and some of its cells.

    ``samples`` stand only where the field is known and not personal; ``content`` says of the others what
    kind of things they hold: "ngày", "số", "chữ", "trống".
    """

    key: str
    text: str
    field: str = ""
    score: float = 0.0
    samples: tuple[str, ...] = ()
    content: str = ""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A cell's text in a column of choices that the layout does not know; how often it stands there."""

    field: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class SeenField:
    """One field of a changed row, before and after; "" for empty."""

    field: str
    before: str
    after: str
    after_due: bool = False


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A row known before, with what differs."""

    code: str
    place: str
    fields: tuple[SeenField, ...]

    @property
    def after_due(self) -> bool:
        """Whether a date was changed after the due day."""
        return any(one.after_due for one in self.fields)


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A new row: its values by field, empty ones left out."""

    code: str
    place: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SeenSkip:
    """A row left out: its place, why (``reading.Skip``), its words where they are no register row's."""

    place: str
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class SeenDrop:
    """A column that is not stored, and why (``reading.Drop``)."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything a page shows of a file that waits. ``stated`` is the period the file itself says.

    ``said`` is what a person said where the file is silent; neither is clamped to the day of import.
    ``doubts`` are to be confirmed one by one, by kind, before the rows are taken in.
    """

    register: str = ""
    table: str = ""
    layout: str = ""
    known: bool = False
    source: str = ""
    unit: str = ""
    unit_place: str = ""
    filter: str = ""
    stated: Period | None = None
    said: Period | None = None
    illustrative: bool = False
    header: tuple[str, ...] = ()
    columns: tuple[SeenColumn, ...] = ()
    mapping: ColumnMap = field(default_factory=lambda: ColumnMap({}))
    words: tuple[SeenWord, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""
    rows: int = 0
    skipped_count: int = 0
    new: tuple[SeenRow, ...] = ()
    changed: tuple[SeenChange, ...] = ()
    gone: tuple[str, ...] = ()
    unreadable: tuple[Fault, ...] = ()
    skipped: tuple[SeenSkip, ...] = ()
    dropped: tuple[SeenDrop, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    withheld: int = 0
    """Rows of which nothing may be stored (state secrets): their number alone."""
    old_letters: str = ""
    """The code of the time before Unicode (tcvn3, vni) that the file's words were converted from."""

    @property
    def period(self) -> Period | None:
        """The days the file speaks of, as stated or said."""
        return self.stated or self.said

    @property
    def must_confirm(self) -> tuple[str, ...]:
        """Kinds of doubts that a person confirms before the rows are taken in."""
        return tuple(dict.fromkeys(one.kind for one in self.doubts))


def preview_of(imported: Import) -> Preview:
    """The preview kept with an import; an empty one where nothing was looked at yet."""
    return load(imported.preview) if imported.preview else Preview()


def nothing_changes(imported: Import) -> bool:
    """The same file twice: "không có gì thay đổi"; taking it in only records what it covers."""
    return not (imported.rows_new or imported.rows_changed or imported.rows_gone)


def dump(preview: Preview) -> str:
    """As JSON text."""
    return json.dumps(_plain(preview), ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Preview:
    """From the text of ``dump``."""
    raw = json.loads(text)
    for name in ("stated", "said"):
        raw[name] = Period(*(date.fromisoformat(day) for day in raw[name])) if raw[name] else None
    raw["mapping"] = ColumnMap(**raw["mapping"])
    raw["changed"] = tuple(
        SeenChange(one["code"], one["place"], _all(SeenField, one["fields"])) for one in raw["changed"]
    )
    raw["columns"] = tuple(SeenColumn(**one | {"samples": tuple(one["samples"])}) for one in raw["columns"])
    for name, kind in _LISTS.items():
        raw[name] = _all(kind, raw[name])
    for name in ("missing", "gone", "header"):
        raw[name] = tuple(raw[name])
    return Preview(**raw)


_LISTS: dict[str, Any] = {
    "words": SeenWord,
    "new": SeenRow,
    "unreadable": Fault,
    "skipped": SeenSkip,
    "dropped": SeenDrop,
    "doubts": Doubt,
}


def _all(kind: Any, raws: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind(**one) for one in raws)


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return [value.start.isoformat(), value.end.isoformat()]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value
