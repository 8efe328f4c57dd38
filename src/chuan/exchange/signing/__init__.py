"""Signing PDFs (PAdES) with keys that stay with their holders: reserve, prepare, finish, raise."""

from chuan.exchange.signing.certificates import Certificate, certificate_from
from chuan.exchange.signing.finishing import finish
from chuan.exchange.signing.levels import Level
from chuan.exchange.signing.places import (
    BEFORE_SEAL,
    DAY,
    FIELDS,
    MONTH,
    NUMBER,
    PERSON,
    SEAL,
    Box,
    fields_of,
    reserve,
    seal_beside,
    size_of,
)
from chuan.exchange.signing.preparing import Prepared, prepare
from chuan.exchange.signing.raising import Finished, Warned, raise_level
from chuan.exchange.signing.standing import level_of, proved_until, renewal_due
from chuan.exchange.signing.web import Services, Web

__all__ = [
    "BEFORE_SEAL",
    "DAY",
    "FIELDS",
    "MONTH",
    "NUMBER",
    "PERSON",
    "SEAL",
    "Box",
    "Certificate",
    "Finished",
    "Level",
    "Prepared",
    "Services",
    "Warned",
    "Web",
    "certificate_from",
    "fields_of",
    "finish",
    "level_of",
    "prepare",
    "proved_until",
    "raise_level",
    "renewal_due",
    "reserve",
    "seal_beside",
    "size_of",
]
