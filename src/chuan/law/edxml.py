"""Codes of edXML packets in words, from ``edxml.toml``: states, business, urgency, kinds of documents, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from chuan.law.values import parameters
from chuan.rules.law import Value

LISTS = ("status", "business", "priority", "steering", "paper", "receiver", "type", "length")


@cache
def codes(which: str) -> Mapping[str, Value]:
    """The newest value of every code of a list, by code. Raises KeyError for a list that is not in ``LISTS``."""
    if which not in LISTS:
        raise KeyError(which)
    start = f"{which}."
    found = {
        key.removeprefix(start): one for key, one in parameters("edxml").items() if key.startswith(start)
    }
    return {code: parameter.versions[-1] for code, parameter in found.items()}


def word(which: str, code: str) -> str:
    """The Vietnamese words of a code; "" for a code that the list does not hold."""
    found = codes(which).get(code.strip())
    return found.value if found else ""


def longest(field: str) -> int | None:
    """The most characters of a field, by the element's name; None where no length is known."""
    found = codes("length").get(field)
    return found.whole if found else None
