"""From bytes to letters: the encodings that Vietnamese text files come in."""

from __future__ import annotations

import codecs
import re

from chuan.rules.refusals import FileKindUnknown, FileOldEncoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters that only Unicode text carries.
_UNICODE = re.compile("[\u1ea0-\u1ef9]")
# Signs and foreign letters inside a word, where the old .Vn fonts (TCVN3) keep their own: n¨m, ngµy, Tæ.
_TCVN3 = re.compile("[A-Za-z][¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ]|®[a-zµ¶·¸¹]")


def decoded(data: bytes, *, name: str) -> str:
    """UTF-8, UTF-16 or windows-1258, in that order of trust; the byte order mark is dropped.

    windows-1258 keeps tone marks as separate letters: they are left so, the reader composes them.
    Raises FileOldEncoding for TCVN3, FileKindUnknown for bytes that are no text.
    """
    marked = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    certain = marked or looks_utf16(data)
    if certain:
        return _certainly(data, certain, name)
    text = _strict(data, "utf-8")
    if text is not None:
        return text
    text = _strict(data, "cp1258")
    if text is None or looks_tcvn3(text):
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


def looks_tcvn3(text: str) -> bool:
    """Whether signs stand where letters belong: text set in the old .Vn fonts."""
    odd = len(_TCVN3.findall(text))
    return odd >= 8 and odd > 3 * len(_UNICODE.findall(text))


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
