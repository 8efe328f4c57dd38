"""Which of our documents and sendings a packet speaks of. What cannot be told is said, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.documents.models import Delivery, Document, Packet
from chuan.documents.numbers import number_key
from chuan.documents.sending.organ import own_codes, same_code
from chuan.documents.sending.summary import Summary, identity
from chuan.people.models import Unit
from chuan.rules.vietnamese import fold

_MOST = 20


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a status packet speaks of; ``why`` says what is not known."""

    document: Document | None = None
    delivery: Delivery | None = None
    why: str = ""


def spoken_of(unit: Unit, summary: Summary, sender_code: str) -> Spoken:
    """The sending that a status packet reports on."""
    codes = own_codes(unit)
    if summary.answered_organ and codes and same_code(summary.answered_organ) not in codes:
        return Spoken(why=_("gói tin trả lời cho cơ quan khác (%s)") % summary.answered_organ)
    document = _ours(unit, summary)
    if document is None:
        return Spoken(why=_("không có văn bản đi nào mang số, ngày hoặc mã định danh ấy"))
    delivery = _delivery(document, sender_code, summary.issuer)
    if delivery is None:
        who = summary.issuer or sender_code or _("nơi gửi không ghi tên")
        return Spoken(document, None, _("%(document)s không có lượt gửi liên thông nào tới %(who)s")
                      % {"document": document.title, "who": who})  # fmt: skip
    return Spoken(document, delivery)


def _ours(unit: Unit, summary: Summary) -> Document | None:
    for number, day in _said(summary):
        rows = Document.objects.issued().filter(owner_unit=unit, issued_on=day, listed=True)
        found = [one for one in rows if number_key(one.number, one.symbol) == number]
        if len(found) == 1:
            return found[0]
    return None


def _said(summary: Summary) -> Iterable[tuple[str, date]]:
    """(number, day) as identities and the header name them."""
    for text in summary.concerns:
        said = identity(text)
        if said is not None and said.day is not None:
            yield number_key(said.code, ""), said.day
    if summary.day is not None:
        yield number_key(summary.number, summary.symbol), summary.day


def _delivery(document: Document, sender_code: str, sender: str) -> Delivery | None:
    """By the code of the agency; by its name only where no code fits and one name does."""
    rows = list(
        document.deliveries.filter(way=Delivery.Way.EDXML).select_related("correspondent").order_by("-pk")
    )
    named = [one for one in rows if one.correspondent is not None]
    code = same_code(sender_code)
    fitting = [
        one for one in named if one.correspondent and code and same_code(one.correspondent.organ_code) == code
    ]
    if not fitting and not code:
        fitting = [one for one in named if sender and fold(one.to) == fold(sender)]
    return fitting[0] if fitting else None


def concerned(unit: Unit, summary: Summary) -> list[Document]:
    """Incoming documents that an update, a recall or a replacement may be about; at most twenty, likely ones first."""
    by_packet = Packet.objects.filter(unit=unit, outside_id__in=summary.concerns, document__isnull=False)
    keys = list(by_packet.order_by("-pk").values_list("document_id", flat=True))
    rows = Document.objects.incoming().filter(owner_unit=unit)
    found = list(rows.filter(pk__in=keys).order_by("-pk"))
    for number, day in _said(summary):
        same = rows.filter(issued_on=day).exclude(pk__in=keys).order_by("-pk")
        found += [one for one in same if number_key(one.number, one.symbol) == number]
    return list(dict.fromkeys(found))[:_MOST]


def followed_as(unit: Unit, summary: Summary) -> Sequence[Document]:
    """Rows of the register (ours or followed) that already hold the document of a new packet."""
    if not summary.number or summary.day is None:
        return []
    rows = Document.objects.incoming().filter(owner_unit=unit, issued_on=summary.day, listed=True)
    wanted = number_key(summary.number, summary.symbol)
    return [one for one in rows.order_by("-pk") if number_key(one.number, one.symbol) == wanted][:_MOST]


def is_for(unit: Unit, summary: Summary) -> bool | None:
    """Whether the packet names the unit among its receivers; None where the unit has declared no code."""
    codes = own_codes(unit)
    if not codes:
        return None
    return any(same_code(code) in codes for code, _name in summary.receivers)
