"""What may stand in the log: words of the source, numbers, identifiers. Never a value that somebody typed.

The rule is one of admission, not of search: a message is kept only when its words stand in the source
(a literal, or a template whose values are passed beside it), and a value only when it is of a kind that
cannot hold anything about a person. Patterns that hunt for names would miss the next name.
OWASP ASVS 5.0, 16.2.5 and 14.2.4; Nghị định 13/2023/NĐ-CP (replaced by Luật 91/2025/QH15): data kept to what is needed.
"""

from __future__ import annotations

import linecache
import logging
import re
import uuid
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from chuan.rules.refusals import Refused

HIDDEN = "…"
_LINES_OF_A_CALL = 4
_MODULE_PATH = re.compile(r"(?:chuan|django|django_tasks|django_tasks_db|allauth|granian)(?:\.\w+)+")
_FAULT_NAME = re.compile(r"[A-Z][A-Za-z]{2,60}(?:Error|Exception|Warning|Timeout|Expired|Interrupt)")
_PLACE = re.compile(r"%%|%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")
_LARGE = 10**7
"""From here on a number may be a telephone's or a citizen's."""


def words_of(record: logging.LogRecord) -> str:
    """The message with every value hidden that could be about a person."""
    if not isinstance(record.msg, str):
        return f"{type(record.msg).__name__}: {HIDDEN}"
    if not record.args:
        return record.msg if _stands_in_source(record) else HIDDEN
    try:
        template = _PLACE.sub(lambda found: "%%" if found[0] == "%%" else "%s", record.msg)
        return template % _admitted(record.args, record.msg)
    except (TypeError, ValueError, KeyError):
        return HIDDEN


def admitted(value: object) -> str:
    """A value as it may stand in the log, else "…"."""
    if isinstance(value, Enum):
        return value.name
    if value is None or (isinstance(value, bool | int | float) and abs(value) < _LARGE):
        return str(value)
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, type):
        return value.__qualname__
    return value if isinstance(value, str) and _is_of_the_house(value) else HIDDEN


def _is_of_the_house(text: str) -> bool:
    """Whether a text is a module path, the name of a fault, the code of a refusal, or a uid."""
    if _MODULE_PATH.fullmatch(text) or _FAULT_NAME.fullmatch(text) or text in _codes(Refused):
        return True
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _codes(kind: type[Refused]) -> Iterator[str]:
    """Codes of every refusal that the programme knows ("taken_meanwhile"): they are words of the source."""
    yield kind.code
    for one in kind.__subclasses__():
        yield from _codes(one)


def _admitted(args: tuple[Any, ...] | Mapping[str, Any], template: str) -> tuple[str, ...]:
    if isinstance(args, Mapping):
        return tuple(admitted(args[name]) for name in re.findall(r"%\((\w+)\)", template))
    return tuple(admitted(one) for one in args)


def _stands_in_source(record: logging.LogRecord) -> bool:
    """Whether the message is written out where it was logged: then no value is in it."""
    first = record.lineno
    source = "".join(
        linecache.getline(record.pathname, line) for line in range(first, first + _LINES_OF_A_CALL)
    )
    return bool(record.msg) and any(f"{quote}{record.msg}{quote}" in source for quote in ('"', "'"))
