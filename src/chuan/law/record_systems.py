"""Which system keeps a register by law on a day, from ``record_systems.toml``."""

from __future__ import annotations

from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import NotInForce, Value, resolve

_LIKE = {"dossier_totals": "dossiers", "unit_totals": "dossiers", "surveys": "dossiers"}
"""Registers of totals come out of the system that keeps the rows."""


def lawful_system(register: str, on: date) -> Value | None:
    """The value whose text names the system; None where no act held here names one for the day."""
    parameter = parameters("record_systems").get(_LIKE.get(register, register))
    if parameter is None:
        return None
    try:
        return resolve(parameter, on)
    except NotInForce:
        return None


def registers_by_law() -> tuple[str, ...]:
    """Keys of registers that a system outside keeps by law."""
    return tuple(parameters("record_systems"))
