"""Finding a name however it is written: with or without marks, composed or not, escaped, encoded, packed."""

from __future__ import annotations

import base64
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

_LETTERS_ONLY = re.compile(r"[^a-z0-9]+")
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^>]{1,200}>")


def squashed(text: str) -> str:
    """Letters and digits alone, without marks: "Nguyễn-Thị_Hoa 09" and "nguyen thi hoa 09" are the same."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return _LETTERS_ONLY.sub("", plain)


class Needles:
    """The words that must not be found. Each is long enough to stand nowhere by chance."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self._plain = [squashed(one) for one in words]
        assert min(map(len, self._plain)) >= 8
        self._raw = list(self._encoded())

    def in_text(self, text: str) -> bool:
        """Whether one stands in a text, as it is or escaped for HTML, addresses, JSON."""
        unescaped = html.unescape(unquote(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)))
        told = {squashed(text), squashed(unescaped), squashed(_TAG.sub("", unescaped))}
        return any(word in one for one in told for word in self._plain)

    def in_bytes(self, data: bytes) -> bool:
        """Whether one stands in bytes: as text, in wider letters, in base64, in whatever is packed inside."""
        return any(self._in_one(one) for one in unpacked(data))

    def _in_one(self, data: bytes) -> bool:
        return any(needle in data for needle in self._raw) or self.in_text(data.decode("utf-8", "ignore"))

    def _encoded(self) -> Iterator[bytes]:
        for word in self.words:
            for text in _written(word):
                for wide in ("utf-16-le", "utf-16-be"):
                    yield text.encode(wide)
                for code in ("utf-8", "utf-16-le"):
                    yield from _in_base64(text.encode(code))


def _written(word: str) -> Iterable[str]:
    plain = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    folded = plain.encode("ascii", "ignore").decode()
    forms = {unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word), folded}
    return {case for form in forms for case in (form, form.lower(), form.upper())}


def _in_base64(data: bytes) -> Iterator[bytes]:
    """What is left of the word in base64 wherever it begins; without the letters that share bits with neighbours."""
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + data)
        yield coded[4 if shift else 0 : len(coded) - 4]


def unpacked(data: bytes, depth: int = 3) -> Iterator[bytes]:
    """The bytes, and what lies packed in them: archives, streams of a PDF."""
    yield data
    if not depth:
        return
    for inside in _inside(data):
        yield from unpacked(inside, depth - 1)


def _inside(data: bytes) -> Iterator[bytes]:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for one in archive.namelist():
                yield one.encode()
                yield archive.read(one)
    elif data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    elif data[:5] == b"%PDF-":
        for found in _STREAM.finditer(data):
            try:
                yield zlib.decompressobj().decompress(data[found.end() :])
            except zlib.error:
                continue
