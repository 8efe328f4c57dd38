"""What a register accepts from files: fields with their Vietnamese names, and what makes a row whole.

A room above ``intake`` offers its register here; ``intake`` reads files against it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class FieldKind(StrEnum):
    """How the text of a cell is read."""

    TEXT = "text"
    CODE = "code"  # spaces dropped, letters kept
    DATE = "date"
    MOMENT = "moment"  # date with time
    MONTH = "month"  # "03/2021"; its first day is stored
    COUNT = "count"  # whole number
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a register.

    ``synonyms`` are folded header texts (``rules.vietnamese.fold``); ``needed_by`` names the
    measures that cannot speak without it; ``personal`` data is dropped before storage unless the
    unit's mapping names a purpose; ``never``: no purpose may be named for it either, and its cells go from the file
    itself as soon as it was looked at; ``choices`` maps folded cell texts to stored values, ``said`` stored
    values to the Vietnamese words that a page shows.
    """

    name: str
    kind: FieldKind
    label: str
    required: bool = False
    synonyms: tuple[str, ...] = ()
    needed_by: tuple[str, ...] = ()
    personal: bool = False
    never: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


class Register(Protocol):
    """A register that follows an outside system by file.

    What follows is all that is asked of one. It may say more by attributes of its own, each read by the function
    of this module that names it:

    - ``kept_with: str``: the register by whose system of record it is kept (``kept_with``);
    - ``code_of(values) -> str``: the row's code, where no single column holds it (``code_of``);
    - ``month_field: str``: the month of a row, taken from the file's period where no column says it (``month_from``);
    - ``twins: bool``: two rows of one code in one file are two things, not a fault (``has_twins``);
    - ``withholds(headers, cells) -> bool``: a row of which nothing at all may be stored (``withholds``);
    - ``withheld_words: tuple[str, str, str]``: how such rows are counted and explained (``withheld_words``);
    - ``readers: tuple[str, ...]``: roles that may see its rows and take them in, else every importer (``readers``);
    - ``withholds_column(header) -> bool``: a column of which no cell may be stored (``withholds_column``).
    """

    key: str
    title: str
    fields: tuple[Field, ...]
    code_field: str
    """The field whose value is the outside code: with the source it is the row's key."""
    period_field: str
    """The field whose day says which period a row belongs to; "" when rows carry no day of their own."""
    per_period: bool
    """Whether the code names a row only together with the period of its file (rows of totals)."""

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """Faults of one row as (field name, Vietnamese sentence): finish before receipt, …; empty when it is well."""
        ...

    def due_field_changes(self) -> tuple[str, ...]:
        """Fields whose change after the due date must be shown first in a preview."""
        ...


def kept_with(register: Register) -> str:
    """The key of the register whose system of record keeps this one too; its own by default."""
    return str(getattr(register, "kept_with", "") or register.key)


def code_of(register: Register, code: str, values: Mapping[str, str]) -> str:
    """The code of a row: what its code column says, unless the register makes it of several fields."""
    made = getattr(register, "code_of", None)
    return str(made(values)) if callable(made) else code


def month_from(register: Register) -> str:
    """The field that the file's period fills where it has no column of its own; "" for none."""
    return str(getattr(register, "month_field", ""))


def has_twins(register: Register) -> bool:
    """Whether a code may stand twice in one file, for two things that the source has numbered alike."""
    return bool(getattr(register, "twins", False))


def withholds(register: Register, headers: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether nothing of a row may be stored, not even that it stood there by name; ``headers`` are folded."""
    asked = getattr(register, "withholds", None)
    return bool(asked(headers, cells)) if callable(asked) else False


def withholds_column(register: Register, header: str) -> bool:
    """Whether no cell under this folded header may be stored, whatever somebody maps the column to."""
    asked = getattr(register, "withholds_column", None)
    return bool(asked(header)) if callable(asked) else False


def readers(register: Register | None) -> tuple[str, ...]:
    """The roles that may see rows of a register on their way in; empty: whoever brings files in."""
    return tuple(getattr(register, "readers", ()))


def withheld_words(register: Register | None) -> tuple[str, str, str]:
    """Of withheld rows: their heading, the words after their number, what became of them; "" for a secret's own."""
    told: tuple[str, str, str] = getattr(register, "withheld_words", ("", "", ""))
    return told
