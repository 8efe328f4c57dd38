"""One record, one JSON line."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from chuan.logs import incidents
from chuan.logs.faults import fault_of
from chuan.logs.redacting import words_of

REQUEST = "request_line"
"""The attribute of a record that carries a request's line, made by the middleware of nothing but plain facts."""


class JsonLines(logging.Formatter):
    """Moment (UTC), level, who logged, the code of the request, then what happened; a fault without its words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without a line break in it."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "at": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "log": record.name,
        }
        if code := incidents.current():
            line["id"] = code
        line |= getattr(record, REQUEST, None) or _told(record)
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=str)


def _told(record: logging.LogRecord) -> dict[str, Any]:
    told: dict[str, Any] = {"says": words_of(record), "place": f"{record.module}:{record.lineno}"}
    if record.exc_info and record.exc_info[1] is not None:
        told["fault"] = fault_of(record.exc_info[1])
    return told
