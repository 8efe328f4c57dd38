"""Days that the handling of documents is held to, by day, with a unit's override where it has named a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chuan.law.values import digest, parameters
from chuan.rules.law import Value, resolve


def document_value(key: str, on: date, overrides: Iterable[Value] = ()) -> Value:
    """The value in force on the day. Raises KeyError for an unknown key, ``NotInForce`` before the first version."""
    return resolve(parameters("documents")[key], on, overrides)


def documents_digest() -> str:
    """SHA-256 of the values, kept with the figures counted by them."""
    return digest("documents")
