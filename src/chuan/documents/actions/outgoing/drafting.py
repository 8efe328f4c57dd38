"""Beginning a draft, saving it version by version, dropping it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chuan.documents import searching
from chuan.documents.actions.outgoing.stepping import given, stepping
from chuan.documents.models import Document, DraftVersion, Link, Recipient
from chuan.documents.numbering import symbol_for
from chuan.documents.numbers import LETTER
from chuan.documents.outgoing.citations import bases_of
from chuan.documents.outgoing.linking import check_link
from chuan.documents.outgoing.successors import Proposed
from chuan.documents.outgoing.versions import digest_of, latest_version
from chuan.documents.outgoing.waiting import keep_clock
from chuan.documents.permissions import check_drafts, check_edits_draft
from chuan.documents.refusals_outgoing import DraftChangedMeanwhile, DraftSecret
from chuan.documents.secrecy import mark_in_draft
from chuan.documents.states import put_states
from chuan.offers.subjects import Subject
from chuan.paper import contents
from chuan.paper.contents import Content, body_to_text
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Around:
    """What a draft has beside its content. ``office`` abbreviates the drafting part in a công văn's symbol."""

    urgency: str = Document.Urgency.NORMAL
    due_on: date | None = None
    office: str = ""


def create(
    content: Content,
    *,
    by: Viewer,
    at: datetime,
    links: Iterable[Proposed] = (),
    around: Around | None = None,
) -> Document:
    """A new draft with its first version, and the links it proposes; they do nothing until it is issued.

    Raises ``DraftSecret``, ``LinkNotLawful`` (trap T-17), ``NotAllowed``.
    """
    check_drafts(by)
    refuse_secret(content)
    beside, proposed = around or Around(), list(links)
    for one in proposed:
        check_link(content.kind, one.kind, one.target)
    document = _fresh(content, beside, by=by, at=at)
    found = bases_of(document, content)
    with act("draft.create", Subject("document", document.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        document.save()
        write_version(document, content, 1, found, by=by, at=at)
        Link.objects.bulk_create(
            Link(
                document=document,
                target=one.target,
                citation=one.citation[:600],
                kind=one.kind,
                part=one.part[:200],
            )
            for one in proposed
        )
        put_states([document.pk], at=at)
        searching.put([document])
        keep_clock(document, "", on=by.on)
        doing.detail = {"kind": content.kind, "title": content.subject[:300]}
    return document


def save(
    document: Document,
    content: Content,
    *,
    based_on: int,
    by: Viewer,
    at: datetime,
    around: Around | None = None,
) -> int:
    """Save a further version; returns its number, or that of the standing one when nothing changed.

    ``based_on`` is the version that was edited: another one saved meanwhile refuses this one with
    ``DraftChangedMeanwhile``. Raises ``DraftSecret``, ``WrongMove`` once it was submitted, ``NotAllowed``.
    """
    check_edits_draft(by, document)
    refuse_secret(content)
    beside = around or Around(document.urgency, document.due_on)
    found, text = bases_of(document, content), contents.to_json(content)
    with stepping(document, "draft.save", by=by, at=at) as held:
        latest = latest_version(held.document)
        if latest != based_on:
            raise _changed_meanwhile(held.document)
        fields = _fields(held.document, content, beside)
        if held.document.content == text and not _differ(held.document, fields):
            return latest
        version = latest + 1
        held.take("edit", data={"version": version}, content=text, **fields)
        write_version(held.document, content, version, found, by=by, at=at)
        held.detail = {"version": version}
    return version


def drop(document: Document, reason: str, *, by: Viewer, at: datetime) -> None:
    """Give a draft up; it is kept, with the reason. Raises ``ReasonMissing``, ``WrongMove``, ``NotAllowed``."""
    check_edits_draft(by, document)
    said = given(reason, "bỏ dự thảo")
    with stepping(document, "draft.drop", by=by, at=at) as held:
        held.take("drop", note=said)


def refuse_secret(content: Content) -> None:
    """Raises ``DraftSecret`` when anything in it marks it as a state secret: nothing is stored."""
    if mark := mark_in_draft(_texts(content)):
        raise DraftSecret(mark=mark)


def write_version(
    document: Document, content: Content, version: int, bases: list[Link], *, by: Viewer, at: datetime
) -> None:
    """Keep a version, with recipients and bases as it has them. Inside the act that moves the document."""
    _keep_version(document, contents.to_json(content), version, by=by, at=at)
    _write_around(document, content, bases)


def _fresh(content: Content, around: Around, *, by: Viewer, at: datetime) -> Document:
    document = Document(
        unit=by.unit,
        owner_unit=by.unit,
        type=content.kind,
        stage="draft",
        basis=Document.Basis.DRAFT,
        electronic=True,
        issuer_name=by.unit.committee,
        place=by.unit.place,
        drafted_by=by.official,
        drafting_post_id=min(by.post_ids, default=None),
        content=contents.to_json(content),
        recorded_at=at,
        recorded_by=by.official,
    )
    for name, value in _fields(document, content, around, on=by.on).items():
        setattr(document, name, value)
    return document


def _fields(
    document: Document, content: Content, around: Around, *, on: date | None = None
) -> dict[str, Any]:
    """The columns that a content fills, cut to what they hold."""
    symbol = document.symbol
    if on is not None or (around.office and content.kind == LETTER):
        day = on or document.recorded_at.date()
        symbol = symbol_for(document.owner_unit, content.kind, day, office=around.office)
    return {
        "subject": content.subject,
        "symbol": symbol[:40],
        "signer_name": content.signer.name[:120],
        "signer_position": content.signer.position[:120],
        "signer_authority": " ".join(content.signer.authority)[:160],
        "urgency": around.urgency,
        "due_on": around.due_on,
    }


def _differ(document: Document, fields: dict[str, Any]) -> bool:
    return any(getattr(document, name) != value for name, value in fields.items())


def _keep_version(document: Document, text: str, version: int, *, by: Viewer, at: datetime) -> None:
    DraftVersion.objects.create(
        document=document,
        version=version,
        content=text,
        digest=digest_of(text),
        by=by.official,
        recorded_at=at,
    )


def _write_around(document: Document, content: Content, bases: list[Link]) -> None:
    """Recipients and legal bases as the content has them; what the draft does to others stays as proposed."""
    document.recipients.all().delete()
    lines = [line.strip() for line in content.recipients if line.strip()]
    Recipient.objects.bulk_create(
        Recipient(document=document, position=place, line=line[:300])
        for place, line in enumerate(lines, start=1)
    )
    document.links.filter(kind=Link.Kind.BASED_ON).delete()
    Link.objects.bulk_create(bases)


def _changed_meanwhile(document: Document) -> DraftChangedMeanwhile:
    last = document.versions.select_related("by").order_by("-version").first()
    who = last.by.name if last and last.by else "Người khác"
    return DraftChangedMeanwhile(
        who=who, version=last.version if last else 0, at=last.recorded_at if last else document.recorded_at
    )


def _texts(content: Content) -> Iterator[str]:
    yield from (content.subject, content.handling, content.drafter_mark, content.authority)
    yield from (*content.bases, *content.to, *content.recipients, *content.contact)
    yield body_to_text(content.body)
    for annex in content.annexes:
        yield from (annex.title, body_to_text(annex.blocks))
