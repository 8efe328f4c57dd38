"""What a paper of a petition is written from: its letter, its lines, its law; and who may be named in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from chuan.paper.papers import Block, Signer
from chuan.people.viewer import Viewer
from chuan.petitions.events import data_of, standing_events
from chuan.petitions.lawful import Bench
from chuan.petitions.models import Petition, PetitionEvent, Sender
from chuan.petitions.papers.heads import DOTS, unit_words
from chuan.petitions.permissions import SECRET_KINDS
from chuan.petitions.sorting.deciding import way_of, where_words
from chuan.rules.law import Value
from chuan.rules.petitions import Kind
from chuan.rules.types import Sure
from chuan.ui import formatters as say

_ARTICLE = re.compile(r"Điều \w+(?: khoản \w+)?(?: điểm \w+)?")


@dataclass(frozen=True, slots=True)
class Text:
    """What a paper says. ``named``: a sender stands in it."""

    subject: str
    body: Sequence[Block]
    to: Sequence[str] = ()
    recipients: Sequence[str] = ("Như trên", "Lưu: VT")
    bases: Sequence[str] = ()
    signer: Signer | None = None
    second_signer: Signer | None = None
    named: bool = False


@dataclass(frozen=True)
class Writing:
    """One petition as its papers need it.

    ``discreet``: for the room of documents, where whole offices read drafts and everybody reads what was issued:
    no sender is named and nothing of a complaint or denunciation is told, blanks stand in their place.
    """

    petition: Petition
    bench: Bench
    on: date
    viewer: Viewer
    discreet: bool = False

    @property
    def secret(self) -> bool:
        """Whether its sender is, or may be, a denouncer: nobody is named, whatever the paper."""
        return self.petition.kind in SECRET_KINDS

    @cached_property
    def senders(self) -> list[Sender]:
        """Who sent it, where that is kept and may be named here."""
        if self.secret or self.discreet:
            return []
        return list(Sender.objects.filter(petition=self.petition).order_by("-representative", "pk"))

    @cached_property
    def lines(self) -> list[PetitionEvent]:
        """Its standing lines."""
        return list(standing_events(self.petition).select_related("official"))

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The law of the day the paper is made."""
        return self.bench.values(self.on)

    @property
    def committee(self) -> str:
        """ "Ủy ban nhân dân phường Bắc Hồng"."""
        return f"Ủy ban nhân dân {unit_words(self.petition.owner_unit)}"

    @property
    def chairman(self) -> str:
        """ "Chủ tịch Ủy ban nhân dân phường Bắc Hồng"."""
        return f"Chủ tịch {self.committee}"

    @property
    def kind(self) -> str:
        """ "khiếu nại"."""
        return str(self.petition.get_kind_display())

    @property
    def received(self) -> str:
        """The day of receipt, or a blank."""
        return say.day(self.petition.received_on) if self.petition.received_on else DOTS

    def sender(self) -> str:
        """ "ông (bà) Nguyễn Văn A, địa chỉ: …", of several the first and how many; a blank where none may stand."""
        if not self.senders:
            return f"ông (bà) {DOTS}"
        first = self.senders[0]
        said = f"ông (bà) {first.name}"
        if first.address:
            said += f", địa chỉ: {first.address}"
        more = max(self.petition.signers, len(self.senders)) - 1
        return f"{said}, và {more} người cùng đứng đơn" if more > 0 else said

    def content(self) -> str:
        """What the letter is about, in the working text; a blank where it must not be told."""
        return DOTS if self._hidden else self.petition.text.strip() or DOTS

    @property
    def _hidden(self) -> bool:
        """Whether the content would reach people who may not open the petition, or whom it is about."""
        open_kinds = (Kind.FEEDBACK, Kind.SUGGESTION)
        told = self.petition.kind in open_kinds and not self.petition.concerned.exists()
        return self.discreet and not told

    def line(self, *verbs: str) -> PetitionEvent | None:
        """The last standing line of these acts."""
        return next((one for one in reversed(self.lines) if one.verb in verbs), None)

    def reason(self, *verbs: str) -> str:
        """Why, as the act said it; before the act, as the guided decision did; else a blank."""
        line = self.line(*verbs)
        if line is not None and line.text:
            return DOTS if self._hidden else _why(line) or DOTS
        return str(way_of(self.petition).get("why", "")) or DOTS

    def body_named(self, *verbs: str) -> str:
        """The body a letter goes to; before the act, as the guided decision named it; else a blank."""
        line = self.line(*verbs)
        if line is not None and line.text and data_of(line).get("where"):
            return line.text.split("\n", 1)[0]
        where = str(way_of(self.petition).get("where", ""))
        return where_words(where) if where not in ("", "competent_body") else DOTS

    def law(self, key: str) -> str:
        """ "Điều 27 của 02/2011/QH13"; only the act where nobody read the article; "" where nothing holds."""
        value = self.values.get(key)
        if value is None:
            return ""
        return source_words(value.citation.number, value.citation.article, value.sure)


def source_words(act: str, article: str, sure: Sure) -> str:
    """ "Điều 27 của 02/2011/QH13"; the act alone where nobody read the article: a paper bears no remarks of ours."""
    found = _ARTICLE.match(article)
    return f"{found[0]} của {act}" if found and sure is not Sure.UNVERIFIED else act


def _why(line: PetitionEvent) -> str:
    """The reason of a line, without the body that stands on the line before it."""
    return line.text.partition("\n")[2] if data_of(line).get("where") else line.text


def day_blank(on: date | None) -> str:
    """The day, or room for it."""
    return say.day(on) if on else "…/…/……"
