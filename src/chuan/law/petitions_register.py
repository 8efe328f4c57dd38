"""The columns of the register of citizens' reception on a day, from ``petitions_register.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chuan.law.petitions import HELD_FROM
from chuan.law.values import parameters
from chuan.rules.law import Value, resolve
from chuan.rules.refusals.petitions import PetitionLawNotHeld

FILE = "petitions_register"


def register_columns(on: date) -> Sequence[tuple[str, Value]]:
    """What each column holds, and its title with the act, in the form's order.

    Raises `PetitionLawNotHeld` before the first day that is held.
    """
    if on < HELD_FROM:
        raise PetitionLawNotHeld(on=on, earliest=HELD_FROM)
    return [(key.partition(".")[2], resolve(one, on)) for key, one in parameters(FILE).items()]
