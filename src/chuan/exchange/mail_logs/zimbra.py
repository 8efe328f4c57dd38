"""Zimbra's mailbox.log: each mail that somebody sends from the web or a phone is handed to the server in one line.

What is sent by a mail programme straight over SMTP stands only in the server's Postfix log. Of the line nothing but
the account is looked at; the "Message-ID" behind it stays unread.
"""

from __future__ import annotations

import re

from chuan.exchange.mail_logs.counted import Tally

_SENT = b"smtp - Sending message to MTA"
MARKS = (_SENT, b"] mailop - ", b";ua=Zimbra")
"""What a line of such a log shows itself by."""
_ACCOUNT = re.compile(rb"\[(?:[^\]]*;)?name=([^;\]]*)")


class Zimbra:
    """Takes a log line by line."""

    kind = "zimbra"

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def take(self, line: bytes, month: int) -> None:
        """One line of a month."""
        if _SENT in line:
            found = _ACCOUNT.search(line)
            self._tally.by_sender(found[1].lower() if found else b"", month)

    def end(self) -> None:
        """Nothing is left open."""
