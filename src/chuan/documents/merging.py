"""What rows of registers say of one document, brought to its own fields. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from chuan.documents import numbers
from chuan.rules.vietnamese import fold

Values = Mapping[str, str]

_URGENCIES = {"hoa toc": "express", "thuong khan": "very_urgent", "khan": "urgent"}
_PAPER = ("giay", "buu dien", "buu chinh", "truc tiep", "van thu chuyen tay")
_ELECTRONIC = (
    "dien tu",
    "lien thong",
    "truc ",
    "qua mang",
    "phan mem",
    "he thong",
    "thu cong vu",
    "email",
    "mail",
)
_ARRIVED = (
    "da den",
    "da nhan",
    "da tiep nhan",
    "noi nhan",
    "thanh cong",
    "da xu ly",
    "dang xu ly",
    "hoan thanh",
)
_NOT_YET = ("chua", "loi", "that bai", "khong thanh cong", "tu choi")
_SENT = ("da gui", "da phat hanh", "da chuyen", "gui lien thong")
_DONE = ("hoan thanh", "da xu ly", "xu ly xong", "da giai quyet", "giai quyet xong", "ket thuc", "da xong")
_WORKING = ("dang", "chua hoan thanh", "cho xu ly", "trong han", "qua han")


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of a document that registers fill; ``way`` and ``status`` are of its one sending by the source.

    ``listed`` False: no row names it any more. ``stage`` is what the rows make of a document that only they know.
    """

    listed: bool = True
    type: str = ""
    number: str = ""
    symbol: str = ""
    issued_on: date | None = None
    issuer_name: str = ""
    subject: str = ""
    signer_name: str = ""
    electronic: bool | None = None
    urgency: str = "normal"
    sent_on: date | None = None
    pages: int | None = None
    copies: int | None = None
    arrival_number: str = ""
    arrived_on: date | None = None
    acknowledged_on: date | None = None
    lead_name: str = ""
    due_on: date | None = None
    done_on: date | None = None
    progress: str = ""
    reply_number: str = ""
    file_code: str = ""
    retention: str = ""
    note: str = ""
    stage: str = "issued"
    way: str = ""
    status: str = ""
    to: str = ""


COLUMNS = tuple(one.name for one in fields(Facts) if one.name not in ("way", "status", "to"))
"""Those that are columns of ``Document``."""


def outgoing(rows: Iterable[Values]) -> Facts:
    """A document of Sổ văn bản đi, out of the rows that stand (one a source), the last one counting most."""
    said = _merged(rows)
    if not said:
        return Facts(listed=False)
    number, symbol = numbers.split_number(said.get("full_number", ""), said.get("symbol", ""))
    way, status = _sending(said)
    return replace(
        _common(said, number, symbol),
        signer_name=said.get("signer", "")[:120],
        sent_on=_day(said, "sent_on"),
        copies=_count(said, "copies"),
        retention=said.get("retention", "")[:120],
        electronic=_electronic(said),
        way=way,
        status=status,
        to=(said.get("recipients", "") or "nơi nhận theo sổ")[:300],
    )


def incoming(registered: Iterable[Values], handled: Iterable[Values]) -> Facts:
    """A document of Sổ văn bản đến, with what the register of handling says of it."""
    own, work = _merged(registered), _merged(handled)
    if not own and not work:
        return Facts(listed=False)
    said = {**work, **own}
    late = {name: value for name, value in work.items() if name in _OF_HANDLING}
    said |= late
    number, symbol = numbers.split_number(said.get("full_number", ""), said.get("symbol", ""))
    return replace(
        _common(said, number, symbol),
        issuer_name=said.get("issuer", "")[:200],
        arrival_number=said.get("arrival_number", "")[:30],
        arrived_on=_day(said, "arrived_on"),
        acknowledged_on=_day(said, "acknowledged_on"),
        lead_name=_lead(said)[:200],
        due_on=_day(said, "due_on"),
        done_on=_day(said, "done_on"),
        progress=said.get("progress", "")[:300],
        reply_number=said.get("reply_number", "")[:80],
        electronic=_electronic(said),
        stage=_stage(said),
    )


_OF_HANDLING = ("due_on", "done_on", "progress", "reply_number", "lead", "cooperate")


def _merged(rows: Iterable[Values]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        found |= {name: value for name, value in row.items() if value}
    return found


def _common(said: Values, number: str, symbol: str) -> Facts:
    subject = said.get("subject", "")
    return Facts(
        type=numbers.type_of(symbol, said.get("type", ""), subject)[:10],
        number=number[:30],
        symbol=symbol[:40],
        issued_on=_day(said, "issued_on"),
        subject=subject,
        urgency=_urgency(said.get("urgency", "")),
        pages=_count(said, "pages"),
        file_code=said.get("file_code", "")[:40],
        note=said.get("note", ""),
    )


def _lead(said: Values) -> str:
    parts = (said.get("lead", ""), f"phối hợp: {said['cooperate']}" if said.get("cooperate") else "")
    return "; ".join(part for part in parts if part)


def _urgency(text: str) -> str:
    words = fold(text)
    return next((key for said, key in _URGENCIES.items() if said in words), "normal")


def _electronic(said: Values) -> bool | None:
    """Whether the original is electronic: the register's own words, else that it was signed or sent so."""
    form = fold(said.get("form", ""))
    if "dien tu" in form:
        return True
    if "giay" in form:
        return False
    if _holds(fold(said.get("signing", "")), ("da ky", "ky so")) and not _is_not_yet(
        fold(said.get("signing", ""))
    ):
        return True
    way = fold(said.get("way", ""))
    return True if _holds(way, _ELECTRONIC) else None


def _sending(said: Values) -> tuple[str, str]:
    """(way, status) of the sending by the source; ("", "") where the register does not say.

    A proof is what the source says of the other side: arrived, received. That it went out is none.
    """
    way, state = fold(said.get("way", "")), fold(said.get("sent_state", ""))
    if not way and not state:
        return "", ""
    if way and _holds(way, _PAPER) and not _holds(way, _ELECTRONIC):
        return "paper", "sent"
    if _is_not_yet(state):
        return "source", "queued"
    if _holds(state, _ARRIVED):
        return "source", "arrived"
    return "source", "sent" if _holds(state, _SENT) or said.get("sent_on") else "queued"


def _stage(said: Values) -> str:
    words = fold(said.get("progress", ""))
    if said.get("done_on") or (_holds(words, _DONE) and not words.startswith(("chua", "dang"))):
        return "done"
    if _holds(words, _WORKING):
        return "in_work"
    return "assigned" if said.get("lead") else "registered"


def _is_not_yet(words: str) -> bool:
    return any(word in words for word in _NOT_YET)


def _holds(words: str, any_of: Iterable[str]) -> bool:
    return any(word in words for word in any_of)


def _day(said: Values, name: str) -> date | None:
    text = said.get(name, "")
    return date.fromisoformat(text[:10]) if text else None


def _count(said: Values, name: str) -> int | None:
    text = said.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 7 else None
