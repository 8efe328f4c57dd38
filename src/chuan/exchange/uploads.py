"""Files on their way in from a browser: one that no room would take is not spooled to the disk first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from chuan.exchange.table_types import TABLES

MOST_BYTES = TABLES.file_bytes
"""The widest door of the house: what one table may weigh. Rooms with narrower doors refuse earlier ones themselves."""

_NOTED = "files_over_the_limit"
_BODY = "body_up_to"
_TOO_LARGE = 413

View = Callable[..., HttpResponse]


def body_up_to(limit: int) -> Callable[[View], View]:
    """Mark a view that strangers may send to: what says that it is larger than ``limit`` bytes is not read at all."""

    def marked(view: View) -> View:
        setattr(view, _BODY, limit)
        return view

    return marked


class BoundedBodies:
    """Before anything reads a form: one that is too large for its address is answered 413, its body left unread.

    A form that does not say how large it is has no body here (WSGI reads none without Content-Length).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or answer 413 (RFC 9110, 15.5.14)."""
        if request.method == "POST" and _says(request) > _limit(request):
            return HttpResponse(status=_TOO_LARGE)
        return self.get_response(request)


def _says(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


def _limit(request: HttpRequest) -> float:
    try:
        return float(getattr(resolve(request.path_info).func, _BODY, "inf"))
    except Resolver404:
        return float("inf")


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
