"""Files on their way in from a browser: one that no room would take is not spooled to the disk first."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from chuan.exchange.table_types import TABLES

MOST_BYTES = TABLES.file_bytes
"""The widest door of the house: what one table may weigh. Rooms with narrower doors refuse earlier ones themselves."""

_NOTED = "files_over_the_limit"


def says_more_than(request: HttpRequest, limit: int) -> bool:
    """Whether a form says of itself that it is larger than ``limit`` bytes (Content-Length; RFC 9110, 8.6).

    Asked before anything reads the form, so that its body is left unread. A form that does not say how large it is
    has no body here: WSGI reads none without Content-Length.
    """
    said = request.META.get("CONTENT_LENGTH") or "0"
    return request.method == "POST" and said.isdecimal() and int(said) > limit


class BoundedUploads(FileUploadHandler):
    """Lets bytes pass until a file outgrows the limit; then drops that file, and notes its name on the request.

    Stands before the handlers that keep bytes: 2 GB sent by mistake cost time on the line, but no disk.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Count each file by itself."""
        super().new_file(*args, **kwargs)
        self._seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the bytes on; SkipFile once they are too many."""
        self._seen += len(raw_data)
        if self._seen > MOST_BYTES:
            over = [*over_the_limit(self.request), self.file_name or ""] if self.request else []
            setattr(self.request, _NOTED, over)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps the file."""


def over_the_limit(request: HttpRequest | None) -> list[str]:
    """Names of files of this request that were dropped on the way in; call it after its POST was read."""
    return list(getattr(request, _NOTED, ()))
