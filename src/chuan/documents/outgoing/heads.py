"""What stands round a draft's text without its drafter writing it: agency, place, symbol, who may sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chuan.documents.models import Document
from chuan.documents.permissions import SIGNERS
from chuan.paper import contents
from chuan.paper.contents import Content
from chuan.paper.papers import Paper, Signer, Urgency
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.roles import Role

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI VĂN BẢN THẬT"
"""At the foot of every page of an example unit."""

URGENCIES: dict[str, Urgency] = {
    Document.Urgency.NORMAL: "",
    Document.Urgency.URGENT: "khẩn",
    Document.Urgency.VERY_URGENT: "thượng khẩn",
    Document.Urgency.EXPRESS: "hỏa tốc",
}
"""How the paper words the urgency of a document."""

COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"
"""The People's Committee decides as a body; its Chairman signs on its behalf (NĐ 30/2020 art 13.2)."""


_INVENTED = re.compile(r"\s*\(minh họa\)$")


@dataclass(frozen=True, slots=True)
class MaySign:
    """An official who may sign on the day, and how the paper words it."""

    official: Official
    signer: Signer

    @property
    def words(self) -> str:
        """ "Nguyễn Văn A, Chủ tịch"."""
        return f"{self.official.name}, {self.signer.position.capitalize()}"


def agency_lines(unit: Unit) -> tuple[str, ...]:
    """ "Ủy ban nhân dân" over "phường Bắc Hồng"."""
    return ("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}")


def place_of(unit: Unit) -> str:
    """The place before the date."""
    return unit.place or unit.name


def signers_of(unit: Unit, on: date) -> list[MaySign]:
    """The Chairman first, then the vice chairmen of the day."""
    grants = RoleGrant.objects.on(on).filter(unit=unit, role__in=SIGNERS, official__isnull=False)
    rows = sorted(grants.select_related("official"), key=lambda one: (one.role != Role.CHAIRMAN, one.pk))
    return [
        MaySign(one.official, _signer(name_on_paper(one.official), one.role)) for one in rows if one.official
    ]


def name_on_paper(official: Official) -> str:
    """The name as it is printed: what an example adds to invented names stands on the page's foot already."""
    return _INVENTED.sub("", official.name)


def signer_named(unit: Unit, name: str, on: date) -> Official | None:
    """The official of the unit who may sign under this name; None when nobody does."""
    return next((one.official for one in signers_of(unit, on) if one.signer.name == name.strip()), None)


def paper_for(
    document: Document,
    content: Content,
    *,
    number: str = "",
    on: date | None = None,
    made_on: date | None = None,
) -> Paper:
    """The draft as a paper; number and day only where they are given."""
    return contents.paper_of(
        content,
        agency=agency_lines(document.owner_unit),
        place=place_of(document.owner_unit),
        number=number,
        symbol=document.symbol,
        date=on,
        year=None if on else (made_on.year if made_on else None),
        made_on=made_on,
        electronic=document.electronic is not False,
    )


def text_of(document: Document, content: Content, *, number: str = "", on: date | None = None) -> str:
    """The draft as lines of text, as it would be read on paper."""
    unit = document.owner_unit
    return contents.plain_text(
        content,
        agency=agency_lines(unit),
        place=place_of(unit),
        number=number,
        symbol=document.symbol,
        date=on,
    )


def _signer(name: str, role: str) -> Signer:
    if role == Role.CHAIRMAN:
        return Signer((COLLECTIVE,), "CHỦ TỊCH", name)
    return Signer((COLLECTIVE, "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", name)
