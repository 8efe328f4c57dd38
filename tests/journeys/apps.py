"""An authenticator app on somebody's phone, as a journey needs it."""

from __future__ import annotations

import base64
import time

from chuan.rules import one_time_codes


class App:
    """An authenticator app: shows codes, each later than the last one used."""

    def __init__(self, letters: str) -> None:
        self.secret = base64.b32decode(letters + "=" * (-len(letters) % 8))
        self.used = 0

    def code(self) -> str:
        """The next code that opens: of this half minute or, when that one was used, of the next one."""
        now = int(time.time()) // one_time_codes.SECONDS
        step = max(now - 1, self.used + 1)
        assert step <= now + 1, "mỗi mã mở được một lần, và chỉ lệch một bước"
        self.used = step
        return one_time_codes.code_at(self.secret, step)
