"""Postfix: a mail is sent when the first delivery of its queue number says "status=sent".

The sender stands in the queue manager's line, the delivery in another one; the queue number joins them. Of the line
of a delivery nothing but that number, the state and whether it went to this machine's own filter is looked at.
"""

from __future__ import annotations

import re

from chuan.exchange.mail_logs.counted import Left, Tally

_QUEUED = re.compile(rb"/n?qmgr\[\d+\]: ([0-9A-Za-z]{5,20}): from=<([^>]*)>")
_DELIVERED = re.compile(rb"\]: ([0-9A-Za-z]{5,20}): to=<")
_REMOVED = re.compile(rb"/n?qmgr\[\d+\]: ([0-9A-Za-z]{5,20}): removed")
_OWN_FILTER = re.compile(rb"relay=(?:127\.0\.0\.1|localhost|\[?::1\]?)[\[,:].*queued as", re.S)
_COUNTED = b"\x00"
MOST_OPEN = 200_000
"""Mails under way that are remembered; the oldest is forgotten first."""


class Postfix:
    """Takes a log line by line."""

    kind = "postfix"

    def __init__(self, tally: Tally) -> None:
        self._tally, self._open = tally, dict[bytes, bytes]()
        self._handed: list[tuple[bytes, int]] = []

    def take(self, line: bytes, month: int) -> None:
        """One line of a month (year × 12 + month − 1)."""
        if b"status=sent" in line:
            self._delivered(line, month)
        elif b": from=<" in line:
            self._queued(line)
        elif b": removed" in line and (found := _REMOVED.search(line)):
            self._open.pop(found[1], None)

    def end(self) -> None:
        """Where all mail only ever went to this machine's own relay, that was its way out."""
        if self._tally.is_empty:
            for sender, month in self._handed:
                self._tally.by_sender(sender, month)
            self._tally.left.pop(Left.TO_FILTER, None)

    def _queued(self, line: bytes) -> None:
        found = _QUEUED.search(line)
        if found and self._open.get(found[1]) is not _COUNTED:
            self._open[found[1]] = found[2].lower()
            if len(self._open) > MOST_OPEN:
                self._open.pop(next(iter(self._open)))

    def _delivered(self, line: bytes, month: int) -> None:
        found = _DELIVERED.search(line)
        if not found:
            return
        sender = self._open.get(found[1])
        if sender is None:
            self._tally.leave(Left.NO_SENDER)
            return
        if sender is _COUNTED:
            self._tally.leave(Left.REPEATED)
            return
        self._open[found[1]] = _COUNTED
        if b"queued as" in line and _OWN_FILTER.search(line):
            self._tally.leave(Left.TO_FILTER)
            if self._tally.is_empty:
                self._handed.append((sender, month))
            return
        self._tally.by_sender(sender, month)
