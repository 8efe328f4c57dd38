"""From bytes to letters: the encodings that Vietnamese text files come in."""

from __future__ import annotations

import codecs

from chuan.rules.legacy_letters import recognised
from chuan.rules.refusals import FileKindUnknown, FileOldEncoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, *, name: str) -> str:
    """UTF-8, UTF-16, TCVN3 or VNI, windows-1258, in that order of trust; the byte order mark is dropped.

    TCVN3 and VNI come out as the signs that stand for their letters (exchange/legacy.py converts them).
    windows-1258 keeps tone marks as separate letters: they are left so, the reader composes them.
    Raises FileOldEncoding for bytes of another old code, FileKindUnknown for bytes that are no text.
    """
    marked = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    certain = marked or looks_utf16(data)
    if certain:
        return _certainly(data, certain, name)
    text = _strict(data, "utf-8")
    if text is not None:
        return text
    signs = _strict(data, "cp1252") or data.decode("latin-1")
    if recognised(signs):
        return signs
    text = _strict(data, "cp1258")
    if text is None:
        raise FileOldEncoding(name=name)
    return text


def looks_utf16(data: bytes) -> str | None:
    """The UTF-16 variant, told by a mark or by which half of the pairs is empty; None when neither."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[: 4000 // 2 * 2]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    pairs = len(head) // 2
    # Vietnamese in UTF-16: most letters and all spaces are ASCII, so one half is mostly empty.
    if pairs and odd > pairs * 0.4 and not even:
        return "utf-16-le"
    if pairs and even > pairs * 0.4 and not odd:
        return "utf-16-be"
    return None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _certainly(data: bytes, codec: str, name: str) -> str:
    text = _strict(data, codec)
    if text is None:
        raise FileKindUnknown(name=name)
    return text
