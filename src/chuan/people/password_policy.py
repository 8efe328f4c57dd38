"""What a password of one's own must not be. Any letters are welcome; length and surprise are what counts.

OWASP ASVS 5.0: 6.2.1 (length), 6.2.4 (common ones), 6.2.5 (no rules about kinds of characters),
6.2.11 (words of the place). Django's own validators speak English here, and its list of common
passwords holds hardly one of twelve letters, so longer ones made of them are looked for too.
"""

from __future__ import annotations

import re
from functools import cache

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chuan.rules.vietnamese import fold

SHORTEST = 12
"""Characters; ASVS 5.0, 6.2.1 asks for 8 and recommends 15."""

LEAST_OF_ITS_OWN = 6
"""Letters that must be left when the words of the place are taken out."""

FEWEST_DIFFERENT = 5
SHORTEST_PIECE = 8
WORDS_OF_THE_PLACE = (
    "chuan",
    "ubnd",
    "uyban",
    "phuong",
    "chutich",
    "matkhau",
    "password",
    "iso9001",
    "vietnam",
)
ROWS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "09876543210")


class HousePolicy:
    """A validator for AUTH_PASSWORD_VALIDATORS; the first fault found is said."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ``ValidationError`` with a sentence that says what is wrong."""
        plain = re.sub(r"[\W_]", "", fold(password))
        if len(password) < SHORTEST:
            raise ValidationError(
                _("Mật khẩu mới có %d ký tự, cần ít nhất 12.") % len(password), code="short"
            )
        if len(set(password.lower())) < FEWEST_DIFFERENT or _is_common(plain):
            raise ValidationError(
                _("Mật khẩu này dễ đoán: quá phổ biến, lặp lại hoặc gõ theo hàng phím."), code="common"
            )
        if len(_without(plain, user)) < LEAST_OF_ITS_OWN:
            said = _("Mật khẩu này gần như chỉ có tên đăng nhập, tên người hoặc tên đơn vị.")
            raise ValidationError(said, code="place")

    def get_help_text(self) -> str:
        """What to do, for forms that ask."""
        return _("Ít nhất 12 ký tự; một câu dài dễ nhớ thì tốt. Không dùng tên đăng nhập.")


def _is_common(plain: str) -> bool:
    """On the list, a common or short piece said again and again, or a row of the keyboard."""
    again = (plain + plain).find(plain, 1)
    return plain in _common() or plain[:again] in _common() or again < SHORTEST_PIECE or _is_row(plain)


def _is_row(plain: str) -> bool:
    """Whether at least three of four steps go along a row: 123456789012, abcdefghijkl."""
    steps = [plain[n : n + 2] for n in range(len(plain) - 1)]
    return sum(any(step in row for row in ROWS) for step in steps) * 4 >= len(steps) * 3 > 0


def _without(plain: str, user: AbstractBaseUser | None) -> str:
    """What is left without the words of the place, the longest taken out first."""
    for word in sorted([*WORDS_OF_THE_PLACE, *_own_words(user)], key=len, reverse=True):
        plain = plain.replace(word, "")
    return plain


def _own_words(user: AbstractBaseUser | None) -> list[str]:
    official = getattr(user, "official", None) if user is not None and user.pk else None
    said = [getattr(user, "username", ""), *([official.name, official.unit.name] if official else [])]
    words = [re.sub(r"[\W_]", "", fold(text)) for text in said]
    return [word for word in words if len(word) > 1]


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
