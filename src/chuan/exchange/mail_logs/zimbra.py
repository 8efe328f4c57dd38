"""Zimbra's logs: mails sent (mailbox.log), and sign-ins to boxes (audit.log; of mail programmes also mailbox.log).

Each mail that somebody sends from the web or a phone is handed to the server in one line of mailbox.log; what a mail
programme sends straight over SMTP stands only in the server's Postfix log. audit.log has a line for each sign-in by
the web, a phone or a mail programme, and for each refused one. Of a line nothing but the account is looked at.
"""

from __future__ import annotations

import re

from chuan.exchange.mail_logs.counted import Left, Tally
from chuan.exchange.mail_logs.stamps import Stamps

_SENT = b"smtp - Sending message to MTA"
MARKS = (_SENT, b"] mailop - ", b";ua=Zimbra")
"""What a line of such a log shows itself by."""
_AUDIT, _OPENED = b"] security - cmd=", b" authenticated, mechanism="
SIGN_INS = (_AUDIT, _OPENED)
"""What a log that tells of sign-ins shows itself by."""
_AUTH = re.compile(rb"\] security - cmd=Auth; account=([^;\s]*);")
_USER = re.compile(rb"\] (?:imap|pop) - user (\S+) authenticated, mechanism=")
_ACCOUNT = re.compile(rb"\[(?:[^\]]*;)?name=([^;\]]*)")


class Zimbra:
    """Takes a log line by line."""

    kind = "zimbra"

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self.only_sign_ins = False
        """Whether lines of audit.log came by, of which no mail can be told."""

    def take(self, line: bytes, month: int) -> None:
        """One line of a month."""
        if _SENT in line:
            found = _ACCOUNT.search(line)
            self._tally.by_sender(found[1].lower() if found else b"", month)
        elif _AUDIT in line:
            self.only_sign_ins = True


class ZimbraSignIns:
    """Takes a log line by line for sign-ins. A keeper's look into somebody's box is never that person's own."""

    def __init__(self, tally: Tally, stamps: Stamps) -> None:
        self._tally, self._stamps = tally, stamps
        self._audited = False

    @property
    def kind(self) -> str:
        """Which log: mailbox.log tells of mail programmes only."""
        return "zimbra audit.log" if self._audited else "zimbra mailbox.log"

    def take(self, line: bytes, month: int) -> None:
        """One line of a month."""
        if _AUDIT in line:
            self._audited = True
            self._security(line, month)
        elif _OPENED in line and (found := _USER.search(line)):
            self._entered(found[1], line, month)

    def _security(self, line: bytes, month: int) -> None:
        found = _AUTH.search(line)
        if found is None:
            self._tally.leave(Left.BY_OTHERS)
        elif b"; error=" in line:
            self._tally.leave(Left.FAILED)
        else:
            self._entered(found[1], line, month)

    def _entered(self, account: bytes, line: bytes, month: int) -> None:
        day = self._stamps.day_of(line)
        if day is not None:
            self._tally.entered(account.lower(), month, day.day)
