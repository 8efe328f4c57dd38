"""What a petition is and how it came: each kind has its own law, and no clock of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from chuan.rules.law import Value
from chuan.rules.refusals.petitions import MixedNotSplit


class Kind(StrEnum):
    """Feedback and suggestions, complaints, denunciations; ``mixed`` only until it is split."""

    FEEDBACK = "feedback"
    SUGGESTION = "suggestion"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    MIXED = "mixed"


class Channel(StrEnum):
    """How a petition reached the office."""

    RECEPTION = "reception"
    POST = "post"
    DROP_BOX = "drop_box"
    EMAIL = "email"
    PORTAL = "portal"
    PHONE = "phone"
    FORWARDED = "forwarded"
    PRESS = "press"


KIND_NAMES: Mapping[Kind, str] = {
    Kind.FEEDBACK: "phản ánh",
    Kind.SUGGESTION: "kiến nghị",
    Kind.COMPLAINT: "khiếu nại",
    Kind.DENUNCIATION: "tố cáo",
    Kind.MIXED: "đơn có nhiều nội dung khác loại",
}
CHANNEL_NAMES: Mapping[Channel, str] = {
    Channel.RECEPTION: "tại buổi tiếp công dân",
    Channel.POST: "bưu chính",
    Channel.DROP_BOX: "hòm thư góp ý",
    Channel.EMAIL: "thư điện tử",
    Channel.PORTAL: "cổng phản ánh, kiến nghị",
    Channel.PHONE: "điện thoại",
    Channel.FORWARDED: "cơ quan khác chuyển đến",
    Channel.PRESS: "báo chí nêu",
}


def split(kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """The kinds a mixed letter is split into, each once (154/2026/NĐ-CP, Điều 14.4).

    Raises `MixedNotSplit` for fewer than two kinds, or for a part that is mixed itself.
    """
    parts = tuple(dict.fromkeys(kinds))
    if len(parts) < 2 or Kind.MIXED in parts:
        raise MixedNotSplit
    return parts


def by_many(signers: int, law: Mapping[str, Value]) -> bool:
    """Whether a letter with so many signers is one "of many people" by the law of the day."""
    return signers >= law["signers.many"].whole
