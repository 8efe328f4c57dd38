"""Nắm vững: what is put before officials to be read, who has confirmed, who has not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from chuan.documents.models import Acknowledgement, Dissemination, Document, Group, MustKnow, Reading
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import content_of
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment, Official, Unit, in_force
from chuan.people.practice import days_of_practice
from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Shown:
    """What is put before a reader: its text ("" when only a file can be opened) and the digest of the version."""

    text: str
    digest: str


def shown_of(document: Document) -> Shown | None:
    """The standing version of a document: its file, else its draft's text. None when there is neither.

    The digest is of the file's bytes where there is a file: what was signed is what is known.
    """
    reading = document.readings.exclude(status=Reading.Status.REPLACED).order_by("-version").first()
    text = reading.text if reading else drafted_text(document)
    if document.blob is not None:
        return Shown(text, document.blob.digest)
    if text or document.content:
        return Shown(text, hashlib.sha256((text or document.content).encode()).hexdigest())
    return None


def drafted_text(document: Document) -> str:
    """The text of a paper drafted here, "" for others and where the signed one was taken although it differs."""
    if not document.content:
        return ""
    taken = document.steps.filter(verb="match").order_by("-seq").first()
    if taken is not None and json.loads(taken.data).get("changes"):
        return ""
    return text_of(document, content_of(document), number=document.number, on=document.issued_on)


def due_by(unit: Unit, on: date) -> date:
    """The last day to confirm what is put before officials on a day, by the office's practice."""
    return on + timedelta(days=days_of_practice("knowing.days", unit, on))


def people_of(
    unit: Unit,
    on: date,
    *,
    officials: Iterable[Official] = (),
    post_ids: Iterable[int] = (),
    groups: Iterable[Group] = (),
) -> list[Official]:
    """Everybody named by himself, by a post he holds on the day, or by a group; each once, by name."""
    posts = set(post_ids)
    chosen = {one.pk for one in officials}
    for group in groups:
        posts |= set(group.posts.values_list("pk", flat=True))
        chosen |= set(group.officials.values_list("pk", flat=True))
    holding = Appointment.objects.on(on).filter(post_id__in=posts).values("official_id")
    found = Official.objects.filter(unit=unit).filter(Q(pk__in=chosen) | Q(pk__in=holding))
    return list(found.order_by("name", "pk"))


def serving(unit: Unit, on: date) -> QuerySet[Official]:
    """Officials who hold a post of the unit on the day."""
    held = Appointment.objects.filter(in_force(on), official=OuterRef("pk"), post__unit=unit)
    return Official.objects.filter(Exists(held), unit=unit).order_by("name", "pk")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of those asked have confirmed, and who has not."""

    asked: int
    confirmed: int

    @property
    def left(self) -> int:
        """How many have not."""
        return self.asked - self.confirmed

    def sentence(self, title: str) -> str:
        """ "Còn 03 người chưa xác nhận đã nắm vững nội dung Quyết định số 12/QĐ-UBND."."""
        if not self.asked:
            return _("Không còn ai phải xác nhận %s.") % title
        if not self.left:
            return _("Mọi người được giao đã xác nhận nắm vững nội dung %s.") % title
        return _("Còn %(left)s người chưa xác nhận đã nắm vững nội dung %(title)s.") % {
            "left": f"{self.left:02d}",
            "title": title,
        }


def with_coverage(disseminations: QuerySet[Dissemination]) -> QuerySet[Dissemination]:
    """Each with ``asked`` and ``confirmed``, counted in the same query."""
    asked = Q(people__released_at=None)
    said = asked & Q(people__said__verb=Acknowledgement.CONFIRMED)
    return disseminations.annotate(
        asked=Count("people", filter=asked, distinct=True),
        confirmed=Count("people", filter=said, distinct=True),
    )


def coverage_of(dissemination: Dissemination) -> Coverage:
    """Of one dissemination."""
    (counted,) = with_coverage(Dissemination.objects.filter(pk=dissemination.pk))
    return told(counted)


def told(counted: Dissemination) -> Coverage:
    """The coverage of a row that ``with_coverage`` counted."""
    return Coverage(getattr(counted, "asked", 0), getattr(counted, "confirmed", 0))


@dataclass(frozen=True, slots=True)
class Reader:
    """One person asked: when he opened and when he confirmed."""

    must_know: MustKnow
    opened_at: datetime | None
    confirmed_at: datetime | None
    seconds: int | None


def readers_of(dissemination: Dissemination) -> Sequence[Reader]:
    """Everybody asked, those who have not confirmed first, then by name."""
    people = dissemination.people.select_related("official").prefetch_related("said")
    found = [_reader(one) for one in people]
    return sorted(found, key=lambda one: (one.confirmed_at is not None, one.must_know.official.name))


def _reader(one: MustKnow) -> Reader:
    said = {ack.verb: ack for ack in one.said.all()}
    opened, confirmed = said.get(Acknowledgement.OPENED), said.get(Acknowledgement.CONFIRMED)
    return Reader(
        one,
        opened.recorded_at if opened else None,
        confirmed.recorded_at if confirmed else None,
        confirmed.seconds if confirmed else None,
    )


def mine(viewer: Viewer) -> QuerySet[MustKnow]:
    """What the viewer still has to confirm, the most pressing first."""
    seen = MustKnow.objects.seen_by(viewer).waiting().filter(official=viewer.official)
    return seen.select_related("dissemination").order_by("dissemination__due_on", "pk")


def confirmed_by(viewer: Viewer) -> QuerySet[MustKnow]:
    """What the viewer has confirmed, newest first, with the moment as ``confirmed_at``."""
    said = Acknowledgement.objects.filter(must_know=OuterRef("pk"), verb=Acknowledgement.CONFIRMED)
    seen = MustKnow.objects.seen_by(viewer).filter(Exists(said), official=viewer.official)
    told = seen.annotate(confirmed_at=Subquery(said.values("recorded_at")[:1]))
    return told.select_related("dissemination").order_by("-confirmed_at")


def disseminations_of(document: Document, viewer: Viewer) -> list[tuple[Dissemination, Coverage]]:
    """Every dissemination of a document with its coverage, newest first."""
    return disseminations_about(Subject("document", document.uid), viewer)


def disseminations_about(subject: Subject, viewer: Viewer) -> list[tuple[Dissemination, Coverage]]:
    """Every dissemination of any subject with its coverage, newest first."""
    seen = Dissemination.objects.seen_by(viewer)
    rows = seen.filter(subject_kind=subject.kind, subject_uid=subject.uid)
    return [(one, told(one)) for one in with_coverage(rows).order_by("-pk")]
