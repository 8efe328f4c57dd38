"""Letters: folding for search, composing, and the two spellings of the tone mark (hoà, hòa)."""

from __future__ import annotations

import re
import unicodedata

# The same syllable is written with its mark on either vowel; papers mix both. Only open
# syllables differ (hoà/hòa, khoẻ/khỏe, uỷ/ủy); "hoàn" and "quý" have one spelling.
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_MOVES = {
    unicodedata.normalize("NFC", first + second + tone): unicodedata.normalize("NFC", first + tone) + second
    for pair in ("oa", "oe", "uy", "OA", "OE", "UY", "Oa", "Oe", "Uy")
    for first, second in [tuple(pair)]
    for tone in _TONES
}
_OLD_SPELLING = re.compile(r"(?<![qQ])(?:" + "|".join(map(re.escape, _MOVES)) + r")(?!\w)")
_VOWELS = "aăâeêioôơuưy"
_MARKED = sorted({unicodedata.normalize("NFC", v + tone) for v in _VOWELS for tone in ("", *_TONES)} | {"đ"})
LOWER = "a-z" + "".join(letter for letter in _MARKED if not letter.isascii())
"""Every small letter of Vietnamese, to stand inside a character class (the code chart mixes cases)."""
UPPER = LOWER.upper()
"""Every capital letter of Vietnamese, to stand inside a character class."""

_LOOK_ALIKES = str.maketrans({"\u00d0": "\u0110", "\u00f0": "\u0111"})  # Eth typed for Đ


def compose(text: str) -> str:
    """The text in composed letters (NFC), with Icelandic Eth read as Đ."""
    return unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)


def settle_tones(text: str) -> str:
    """One spelling for hoà/hòa, khoẻ/khỏe, uỷ/ủy; expects composed letters, keeps the length."""
    return _OLD_SPELLING.sub(lambda found: _MOVES[found.group()], text)


def fold(text: str) -> str:
    """Lower case without marks and with d for đ, blanks made single: "Bắc  Hồng" -> "bac hong"."""
    plain = unicodedata.normalize("NFD", text.translate(_LOOK_ALIKES).lower())
    letters = "".join(
        "d" if letter == "đ" else letter for letter in plain if not unicodedata.combining(letter)
    )
    return " ".join(letters.split())


def same_words(one: str, other: str) -> bool:
    """Whether two names are the same when case, marks and blanks are left aside."""
    return fold(one) == fold(other)
