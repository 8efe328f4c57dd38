"""Vietnamese letters of the time before Unicode: TCVN3 (fonts .Vn…) and VNI (fonts VNI-…), to Unicode and back.

TCVN3 is the third set of TCVN 5712:1993: one sign of Latin-1 for each small letter with a mark, and seven for
the bare capitals Ă Â Ê Ô Ơ Ư Đ; other capitals come from a font of their own (.VnTimeH), in which small
letters look like capitals. VNI for Windows writes a bare letter and a sign for its marks after it.
Which of them a text is written in is told by its syllables: converted, they have to be Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The two codes that offices used."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_TCVN3_SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = dict(zip(_TCVN3_SIGNS, _TCVN3_LETTERS, strict=True))

# VNI: the sign of a tone after a letter; another row for letters that carry a hat or a breve.
_PLAIN = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HAT = dict(zip("âáàåãä", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_BREVE = dict(zip("êéèúüë", ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


def _vni() -> dict[str, str]:
    """Every VNI writing of one or two signs and its letter, small and capital."""
    small = dict(_SINGLE)
    for base, letter in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        small |= {base + sign: _composed(letter + tone) for sign, tone in _PLAIN.items()}
    small |= {base + sign: _composed(base + "\u0302" + tone) for base in "aeo" for sign, tone in _HAT.items()}
    small |= {"a" + sign: _composed("a\u0306" + tone) for sign, tone in _BREVE.items()}
    return small | {written.upper(): letter.upper() for written, letter in small.items()}


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_VNI = _vni()
# A capital may carry the small sign of a mark ("Aù"): the capital decides.
_VNI_READ = _VNI | {
    written[0] + written[1].lower(): letter
    for written, letter in _VNI.items()
    if len(written) == 2 and written[0].isupper()
}
_VNI_SIGNS = re.compile("|".join(map(re.escape, sorted(_VNI_READ, key=len, reverse=True))))

# Only Unicode Vietnamese has these: letters with two marks, horns, breves, the bar of đ, tone marks apart.
_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]"
)
# Signs between letters that no Unicode text has there.
_ODD = {
    Code.TCVN3: re.compile("(?<=[A-Za-z])[¨©ª«¬\u00ad®µ¶·¸¹»¼½¾¡¢£¤¥¦§×÷]|[§®](?=[a-z«¬\u00ad©¨µ¶·¸¹Æ-þ])"),
    Code.VNI: re.compile(
        "[aeyAEY][ùøûõïÙØÛÕÏ]|[uoôöUOÔÖ][øûïØÛÏ]|[aA][âáàåäÂÁÀÅÄêéèúüëÊÉÈÚÜË]"
        "|[eE][âáàåãäÂÁÀÅÃÄ]|[oO][åäÅÄ]"
    ),
}  # fmt: skip
_WORD = re.compile(
    "[^\\W\\d_]+(?:[¡-¿×÷\u00ad]|[^\\W\\d_])*|[¡-¿×÷\u00ad]+[^\\W\\d_](?:[¡-¿×÷\u00ad]|[^\\W\\d_])*"
)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    "(?:iê|yê|ươ|uô|uyê|uya|uy|uê|uơ|oa|oă|oe|uâ|ia|ya|ưa|ua|[aăâeêioôơuưy])[iouy]?"
    "(?:ng|nh|ch|[cmnpt])?"
)
_FEWEST, _SHARE = 6, 0.8


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which code, and what speaks for it: of ``words`` words with marks ``good`` become Vietnamese syllables."""

    code: Code
    words: int
    good: int

    @property
    def percent(self) -> int:
        """How many of a hundred words with marks became Vietnamese syllables."""
        return self.good * 100 // self.words if self.words else 0


@dataclass(frozen=True, slots=True)
class Converted:
    """A text in Unicode beside what it was; ``at`` leads an offset of the old text to the new one."""

    text: str
    original: str
    recognised: Recognised
    steps: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> int:
        """Where the letter at this offset of the original stands now."""
        place = bisect_right(self.steps, (offset, len(self.original)))
        return offset - (self.steps[place - 1][1] if place else 0)


def decode(text: str, code: Code) -> str:
    """Every letter of ``text`` read by the code; what the code does not know stays.

    TCVN3 writes the marked letters of a word in capitals small: a word that is capital elsewhere is made so whole.
    """
    if code is Code.TCVN3:
        return _WORD.sub(_word_of_tcvn3, "".join(_TCVN3.get(letter, letter) for letter in text))
    return _VNI_SIGNS.sub(lambda found: _VNI_READ[found.group()], text)


def _word_of_tcvn3(found: re.Match[str]) -> str:
    """A word whose bare letters are capitals, also after its first letter, is a word in capitals."""
    word = found.group()
    bare = [letter for letter in word if letter.isascii()]
    capital = any(letter.isascii() and letter.isupper() for letter in word[1:])
    return word.upper() if capital and "".join(bare).isupper() else word


def encode(text: str, code: Code) -> str:
    """The reverse of ``decode``. TCVN3 has no capitals with tones: they come out as small letters."""
    table = {letter: sign for sign, letter in (_TCVN3 if code is Code.TCVN3 else _VNI).items()}
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        table.get(one) or table.get(one.lower() if code is Code.TCVN3 else one, one) for one in composed
    )


def code_of_font(name: str) -> tuple[Code, bool] | None:
    """The code that a font is drawn for, and whether its small letters look like capitals (.VnTimeH)."""
    bare = name.strip().split("+")[-1]
    if bare.lower().startswith(".vn"):
        return Code.TCVN3, bare.split(",")[0].rstrip().endswith(("H", "h"))
    return (Code.VNI, False) if bare.lower().startswith("vni-") else None


def has_unicode_letters(text: str) -> bool:
    """Whether a letter stands in it that only Unicode Vietnamese has."""
    return _UNICODE.search(text) is not None


def recognised(text: str) -> Recognised | None:
    """The code that the lines without a Unicode letter are written in; None for Unicode and for other languages."""
    old = "\n".join(line for line in text.split("\n") if not _UNICODE.search(line))
    found = [_judged(old, code) for code in Code if len(_ODD[code].findall(old)) >= _FEWEST]
    sure = [one for one in found if one.words >= _FEWEST and one.good >= _SHARE * one.words]
    return max(sure, key=lambda one: one.good, default=None)


def converted(text: str) -> Converted | None:
    """The text with its old lines in Unicode; lines that hold a Unicode letter stay. None when nothing is old."""
    known = recognised(text)
    if known is None:
        return None
    out, steps, lost, at = [], [], 0, 0
    for line in text.split("\n"):
        new = line if _UNICODE.search(line) else decode(line, known.code)
        if known.code is Code.VNI and new != line:
            steps += [(at + place, lost + less) for place, less in _shorter(line)]
            lost += len(line) - len(new)
        out.append(new)
        at += len(line) + 1
    return Converted("\n".join(out), text, known, tuple(steps))


def _shorter(line: str) -> list[tuple[int, int]]:
    """(end of a pair, letters lost up to it) for every pair that becomes one letter."""
    ends = [found.end() for found in _VNI_SIGNS.finditer(line) if len(found.group()) == 2]
    return [(end, count) for count, end in enumerate(ends, 1)]


def _judged(text: str, code: Code) -> Recognised:
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(1 for word in words if _is_syllable(decode(word, code)))
    return Recognised(code, len(words), good)


def _is_syllable(word: str) -> bool:
    bare = unicodedata.normalize("NFD", word.lower()).translate(_TONES)
    return bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))
