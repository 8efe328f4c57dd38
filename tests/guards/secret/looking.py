"""Everything the house can say, looked at: pages, tables, files, the log, mail, an archive."""

from __future__ import annotations

import logging
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core import mail
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from chuan.logs.lines import JsonLines
from tests.guards.rights.kinds import BESIDE, WORDS
from tests.guards.rights.walking import Route, kind_of
from tests.guards.secret.needles import Needles


class Watch:
    """Looks for the words and remembers where they were."""

    def __init__(self, needles: Needles) -> None:
        self.needles = needles
        self.found: list[str] = []
        self.looked = 0

    def bytes(self, place: str, data: bytes) -> None:
        """Look into bytes, and into the name of the place."""
        self.looked += 1
        if self.needles.in_bytes(data) or self.needles.in_text(place):
            self.found.append(place)

    def answer(self, place: str, response: HttpResponse) -> None:
        """Look into an answer: body, headers, cookies."""
        stream = getattr(response, "streaming_content", None)
        body = b"".join(stream) if stream is not None else response.content
        told = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
        self.bytes(place, body + b"\n" + told.encode() + response.cookies.output().encode())

    def tables(self) -> None:
        """Look into every column of every table, those of search and of sessions too."""
        for table in connection.introspection.table_names():
            self.bytes(f"table {table}", b"\n".join(_rows(table)))

    def folder(self, folder: Path) -> None:
        """Look into every file, its name too."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.bytes(str(path.relative_to(folder)), path.read_bytes())

    def archive(self, path: Path) -> None:
        """Look into an archive of a backup, unpacked."""
        with tarfile.open(path) as archive:
            for one in archive:
                if one.isfile() and (file := archive.extractfile(one)):
                    self.bytes(f"backup {one.name}", file.read())

    def mail(self) -> None:
        """Look into what was sent by mail."""
        for one in mail.outbox:
            self.bytes("mail", one.message().as_bytes())


def _rows(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        # nosemgrep: text-made-sql - names of the database's own tables
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        for row in cursor.fetchall():
            for value in row:
                if isinstance(value, bytes | memoryview):
                    yield bytes(value)
                elif value is not None:
                    yield str(value).encode("utf-8", "surrogateescape")


@contextmanager
def logged(watch: Watch) -> Iterator[None]:
    """Look at every line of the machine's log, written as the house writes it."""

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            watch.bytes(f"log {record.name}", JsonLines().format(record).encode())

    handler, root = Handler(), logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def address_of(route: Route, uids: Mapping[str, Any]) -> str:
    """The address with planted things in it; what nobody named in a room of petitions is the denunciation."""
    from django.urls import reverse

    given: dict[str, Any] = {**WORDS.get(f"{route.room}:*", {}), **WORDS.get(route.name, {})}
    beside = BESIDE.get(route.name, {})
    for part in route.parts:
        if part in beside:
            given[part] = uids.get(beside[part], uids["denunciation"])
        elif part == "uid":
            kind = kind_of(route.name)
            mine = route.name.startswith("petitions:") and kind in ("", "petition", "denunciation")
            given[part] = uids["denunciation"] if mine else uids.get(kind, uids["denunciation"])
        elif part not in given:
            given[part] = _PARTS.get(part, uids["denunciation"])
    return reverse(route.name, kwargs={part: given[part] for part in route.parts})


_PARTS: Mapping[str, Any] = {"number": 2, "page": 1, "year": 2021, "slug": "x", "key": "x", "which": "to-cao"}


def look_at(watch: Watch, client: Client, who: str, route: Route, address: str, *, send: bool) -> None:
    """Open an address, and send it a form of nonsense; whatever is written is taken back."""
    for method, data in (("get", {}), ("post", _NONSENSE)) if send else (("get", {}),):
        with _taken_back():
            answer = getattr(client, method)(address, data)
            watch.answer(f"{method} {route.name} as {who}", answer)


_NONSENSE = {
    "text": "\x00<b>", "on": "31/02/2021", "occurred_on": "99", "days": "-1", "document": "x" * 400, "kind": "?",
    "kin_nam_sinh": "71", "khoa_thu_hai": "22222222", "what": "?", "do": "?", "tim": "'\"", "official": "0",
}  # fmt: skip


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
