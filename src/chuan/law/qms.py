"""The law of quality management systems in State agencies (``qms.toml``): 19/2014/QĐ-TTg and 26/2014/TT-BKHCN."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import Value, resolve


def qms_value(key: str, on: date, overrides: Iterable[Value] = ()) -> Value:
    """What ``qms.<key>`` is on a day, with its act and how sure it is.

    Raises KeyError for an unknown key, ``NotInForce`` when nothing was set on that day.
    """
    return resolve(parameters("qms")[f"qms.{key}"], on, overrides)


def qms_title(key: str) -> str:
    """What ``qms.<key>`` says, in one line."""
    return parameters("qms")[f"qms.{key}"].title


def after(day: date, key: str, overrides: Iterable[Value] = ()) -> date:
    """The last day of so many months after ``day``, by the value in force on it (``mend_months``, ``update_months``).

    The day of the month stays; where the month has no such day, its last. Two months after 31 December are 28 February.
    """
    months = qms_value(key, day, overrides).whole
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
