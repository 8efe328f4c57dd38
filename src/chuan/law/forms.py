"""Names of the one-stop forms on a day, from ``forms.toml``."""

from __future__ import annotations

from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import NotInForce, Value, resolve


def apology_form(on: date) -> Value:
    """The form for a dossier that will be late, on a day; before the first one held, the first.

    TT 01/2018/TT-VPCP, Điều 9; TT 03/2025/TT-VPCP, Phụ lục I.
    """
    try:
        return resolve(parameters("forms")["form.apology"], on)
    except NotInForce:
        return apology_forms()[0]


def apology_forms() -> tuple[Value, ...]:
    """Every form of apology held, the oldest first: some offices still use the one before the day's own."""
    return parameters("forms")["form.apology"].versions
