"""Files that must never lie in clear: sealed while they come in, before a view sees them.

Django keeps an upload in memory or, over 2.5 MB, in clear in a folder for temporary files. A view marked with
``sealed_uploads`` gets them as ciphertext instead:

    @sealed_uploads
    def bring_in(request):
        for upload in request.FILES.getlist("tep"):   # SealedUpload, its name a code
            kept = sealing.keep(upload.sealed)

``@sealed_up_to(80_000_000)`` lets larger files in. ``SealedDoors`` stands before every other middleware: whoever
reads the form before the view does (the guard against forged forms, the page of an ended session, the page of a full
disk) reads it sealed as well.

Small fields of the form stay in memory, as always. The bytes are not looked into: a sealed file's content is
checked by the person allowed to open it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from chuan.exchange.limits import DEFAULT
from chuan.files.keyrings import house_ring
from chuan.files.sealing import Sealed, Sealer

MOST_BYTES = DEFAULT.file_bytes
MOST_FILES = 20
"""Files of one form; each holds an open file and two pieces of memory while it comes in."""

View = Callable[..., HttpResponse]
_NOTED = "sealed_files_refused"
_UP_TO = "seals_up_to"


class SealedUpload(UploadedFile[bytes]):
    """A file that came in sealed. ``name`` is a code; its own name stands inside the seal."""

    def __init__(self, sealed: Sealed, field: str | None) -> None:
        super().__init__(None, sealed.code, "application/octet-stream", sealed.size, None)
        self.sealed, self.field_name = sealed, field

    def close(self) -> None:
        """At the end of the request: what was not kept is thrown away."""
        self.sealed.drop()


class SealedUploads(FileUploadHandler):
    """Seals every file of a form; one that grows over ``limit`` bytes is dropped and counted on the request."""

    chunk_size = 64 * 1024

    def __init__(self, request: HttpRequest | None = None, limit: int | None = None) -> None:
        super().__init__(request)
        self._limit = limit or MOST_BYTES

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Django asks here first; the parts come one by one afterwards."""
        self._sealer: Sealer | None = None
        self._files = 0

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        """Begin a seal of its own; Django's own keeper of the name gets a blank."""
        super().new_file(field_name, file_name, *args, **kwargs)
        self._files += 1
        if self._files > MOST_FILES:
            self._refuse()
        self._drop()
        self._sealer = Sealer(house_ring(), name=file_name)
        self.file_name = self._sealer.code

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal the bytes; no other handler gets them."""
        assert self._sealer is not None
        if self._sealer.size + len(raw_data) > self._limit:
            self._refuse()
        self._sealer.feed(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload:
        """The sealed file, for the view."""
        assert self._sealer is not None
        sealed, self._sealer = self._sealer.finish(), None
        return SealedUpload(sealed, self.field_name)

    def upload_interrupted(self) -> None:
        """The line broke: half a file is thrown away."""
        self._drop()

    def _refuse(self) -> None:
        self._drop()
        setattr(self.request, _NOTED, refused(self.request) + 1)
        raise SkipFile

    def _drop(self) -> None:
        if self._sealer is not None:
            self._sealer.drop()
            self._sealer = None


def refused(request: HttpRequest | None) -> int:
    """How many files of this form were dropped because they are too big or too many."""
    return int(getattr(request, _NOTED, 0))


def sealed_uploads(view: View) -> View:
    """The view with sealed uploads of the usual size."""
    return _sealed(view, None)


def sealed_up_to(limit: int) -> Callable[[View], View]:
    """The same, for files of up to ``limit`` bytes."""
    return lambda view: _sealed(view, limit)


class SealedDoors:
    """Before every other middleware: a form on its way to a marked view is read sealed, whoever reads it first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the sealing handler in place of all others, where the address asks for it."""
        if request.method == "POST" and request.content_type == "multipart/form-data":
            self._stand(request)
        return self.get_response(request)

    @staticmethod
    def _stand(request: HttpRequest) -> None:
        try:
            view = resolve(request.path_info).func
        except Resolver404:
            return
        if hasattr(view, _UP_TO):
            request.upload_handlers = [SealedUploads(request, getattr(view, _UP_TO))]


def _sealed(view: View, limit: int | None) -> View:
    """The view behind a sealing handler.

    The guard against forged forms reads the form, and with it the files, before any view: so it is taken off
    outside and put on again inside, once the sealing handler stands. A form read too early is an error, never a
    file in clear.
    """
    inner = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def outer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(isinstance(one, SealedUploads) for one in request.upload_handlers):
            request.upload_handlers = [SealedUploads(request, limit)]
        return inner(request, *args, **kwargs)

    setattr(outer, _UP_TO, limit)
    return outer
