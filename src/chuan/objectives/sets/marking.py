"""The house's own mark on what leaves it: where the key file speaks, said as a refusal of this room."""

from __future__ import annotations

from chuan.files import house_key
from chuan.objectives.sets.refusals import FigureKeyUnsafe


def house_mark() -> str:
    """The fingerprint of the house's key; a first key is made where there is none. Raises ``FigureKeyUnsafe``."""
    try:
        return house_key.fingerprint(house_key.public_key())
    except house_key.KeyUnsafe:
        raise FigureKeyUnsafe() from None


def public_key() -> bytes:
    """The public half of the house's key. Raises ``FigureKeyUnsafe``."""
    try:
        return house_key.public_key()
    except house_key.KeyUnsafe:
        raise FigureKeyUnsafe() from None


def marked(data: bytes) -> bytes:
    """The house's mark on the bytes. Raises ``FigureKeyUnsafe``."""
    try:
        return house_key.sign(data)
    except house_key.KeyUnsafe:
        raise FigureKeyUnsafe() from None
