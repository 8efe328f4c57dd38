"""Exchange: the table of message tracking, as its own log files or as an export of the administrator's console.

A mail stands in several rows (handed in, sent on, delivered, each recipient). It is counted once, by the first row
that says it went out. Columns with subjects and recipients are never looked at.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chuan.exchange.mail_logs.counted import Left, Tally
from chuan.exchange.mail_logs.stamps import Stamps

_WORDS = {
    "sender": ("sender-address", "senderaddress", "sender", "sender_address"),
    "event": ("event-id", "eventid", "status", "delivery_status", "event"),
    "when": ("date-time", "timestamp", "received", "date", "date_time_utc", "origin_timestamp_utc"),
    "mail": ("message-id", "messageid", "message_id", "network-message-id", "internal-message-id"),
}
_WENT_OUT = frozenset({"SEND", "DELIVER", "SENDEXTERNAL", "DELIVERED", "EXPANDED"})
MOST_REMEMBERED = 400_000
"""Mails whose further rows are known again; the oldest is forgotten first."""
_LONGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the four columns stand that are read; ``mail`` is −1 where there is none."""

    sender: int
    event: int
    when: int
    mail: int


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns of a header row; None when it is no table of tracked messages."""
    names = [one.strip().strip('"').lower() for one in header]
    found = {
        key: next((names.index(word) for word in words if word in names), -1) for key, words in _WORDS.items()
    }
    if min(found["sender"], found["event"], found["when"]) < 0:
        return None
    return Columns(**found)


def header_in(head: str) -> tuple[str, Columns] | None:
    """The mark between cells and the columns, told by the first lines: "#Fields: date-time,…" or a plain header."""
    for line in head.lstrip("\ufeff").splitlines()[:30]:
        bare = line.removeprefix("#Fields:").strip()
        if bare.startswith("#"):
            continue
        for mark in (",", ";", "\t"):
            if found := columns_of(next(csv.reader([bare], delimiter=mark), [])):
                return mark, found
    return None


def take_all(
    text: io.TextIOWrapper[Any],
    mark: str,
    columns: Columns,
    tally: Tally,
    stamps: Stamps,
    seen_row: Callable[[], None],
) -> None:
    """Count every row."""
    csv.field_size_limit(min(_LONGEST_CELL, sys.maxsize))
    seen: dict[int, None] = {}
    at = max(columns.sender, columns.event, columns.when, columns.mail)
    for row in _rows(text, mark, tally):
        seen_row()
        if len(row) <= at or row[0].startswith("#") or row[columns.event].strip().upper() not in _WENT_OUT:
            continue
        when = row[columns.when].strip()
        month = stamps.month_of(_stamp(when))
        if month < 0:
            tally.leave(Left.UNREADABLE)
            continue
        sender = row[columns.sender].strip().strip("<>").lower()
        key = hash((sender, row[columns.mail] if columns.mail >= 0 else when))
        if key in seen:
            tally.leave(Left.REPEATED)
            continue
        seen[key] = None
        if len(seen) > MOST_REMEMBERED:
            seen.pop(next(iter(seen)))
        tally.by_sender(sender.encode(errors="replace"), month)


def _rows(text: io.TextIOWrapper[Any], mark: str, tally: Tally) -> Iterator[list[str]]:
    """Rows; a broken one (a cell without end) is counted and passed over."""
    rows = csv.reader((line.replace("\0", "") for line in text), delimiter=mark)
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            tally.leave(Left.UNREADABLE)


def _stamp(when: str) -> bytes:
    """ISO as it stands; 5/3/2021 08:12 turned to it, the day first unless that cannot be."""
    if when[:4].isdigit():
        return when.encode(errors="replace")
    day, _, rest = when.partition(" ")
    parts = day.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or len(parts[2]) != 4:
        return b""
    first, second, year = (int(part) for part in parts)
    if second > 12:
        first, second = second, first
    hour = rest[:2].strip(":").rjust(2, "0") if rest[:1].isdigit() else "12"
    return f"{year:04d}-{second:02d}-{first:02d}T{hour}".encode()
