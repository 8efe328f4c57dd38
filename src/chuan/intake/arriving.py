"""The rows of an import as their register's room is given them: made one by one, so that they never all stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, overload

from chuan.intake.keys import unpacked
from chuan.offers.registers import Arrived


class Stored(Protocol):
    """What a row is stored as."""

    @property
    def code(self) -> str:
        """The outside code."""
        ...

    @property
    def text(self) -> str:
        """Canonical JSON; "" when nothing of the row stands."""
        ...

    @property
    def after_due(self) -> bool:
        """Whether a date was changed after the due day."""
        ...


class ArrivedRows(Sequence[Arrived]):
    """A sequence of ``Arrived`` over stored rows; values hold filled fields only."""

    def __init__(self, source: str, rows: Sequence[Stored]) -> None:
        self._source, self._rows = source, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Arrived]:
        return (self._made(row) for row in self._rows)

    @overload
    def __getitem__(self, at: int) -> Arrived: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Arrived]: ...
    def __getitem__(self, at: int | slice) -> Arrived | Sequence[Arrived]:
        if isinstance(at, slice):
            return ArrivedRows(self._source, self._rows[at])
        return self._made(self._rows[at])

    def _made(self, row: Stored) -> Arrived:
        return Arrived(self._source, row.code, unpacked(row.text), row.after_due)
