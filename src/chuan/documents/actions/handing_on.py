"""Documents that pass to another official with a handover. Inside its act; each incoming paper keeps its own step."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.documents import searching
from chuan.documents.actions.incoming.stepping import stepping
from chuan.documents.handing import open_drafts, open_parts, open_revisions, own_certificates
from chuan.documents.incoming.waiting import end_parts, keep_parts
from chuan.documents.models import Assignment, Certificate, Document, Revision
from chuan.offers.handover import Passing
from chuan.offers.subjects import Subject
from chuan.trail.actions import act


def pass_on(refs: Collection[str], passing: Passing) -> None:
    """Give the receiver what these refs name of the giver's."""
    for part in open_parts(passing.giver):
        if f"assignment:{part.uid}" in refs:
            _pass_part(part, passing)
    _pass_drafts([one for one in open_drafts(passing.giver) if f"draft:{one.uid}" in refs], passing)
    _pass_revisions([one for one in open_revisions(passing.giver) if f"revision:{one.uid}" in refs], passing)
    for one in own_certificates(passing.giver):
        if f"certificate:{one.uid}" in refs:
            _end(one, passing)


def _pass_part(part: Assignment, passing: Passing) -> None:
    """End the giver's part and begin the receiver's with the same day and direction; his lesser part there ends."""
    said = _("Bàn giao từ %(giver)s cho %(receiver)s, theo %(citation)s") % {
        "giver": passing.giver.name, "receiver": passing.receiver.name, "citation": passing.citation,
    }  # fmt: skip
    with stepping(part.document, "incoming.hand_over", by=passing.by, at=passing.at) as held:
        standing = list(held.document.assignments.standing().select_related("official", "post"))
        ended = [one for one in standing if one.pk == part.pk or _is_lesser(one, part, passing)]
        Assignment.objects.filter(pk__in=[one.pk for one in ended]).update(ended_at=passing.at)
        end_parts(ended, on=passing.by.on)
        kept = [one for one in standing if one not in ended]
        fresh = [] if _has_greater(kept, passing) else [_taken_over(part, passing)]
        Assignment.objects.bulk_create(fresh)
        keep_parts(held.document, fresh, on=passing.by.on)
        held.take("note", note=said, lead_name=_lead_words([*kept, *fresh], held.document.lead_name))


def _taken_over(part: Assignment, passing: Passing) -> Assignment:
    return Assignment(
        document=part.document, part=part.part, official=passing.receiver, due_on=part.due_on,
        instruction=part.instruction, given_by=part.given_by, given_at=passing.at, given_on=passing.by.on,
    )  # fmt: skip


def _is_lesser(one: Assignment, part: Assignment, passing: Passing) -> bool:
    """Whether it is the receiver's own part that the new one takes in: who leads needs not cooperate as well."""
    return one.official_id == passing.receiver.pk and _ORDER[one.part] >= _ORDER[part.part]


def _has_greater(kept: Iterable[Assignment], passing: Passing) -> bool:
    return any(one.official_id == passing.receiver.pk for one in kept)


_ORDER: dict[str, int] = {Assignment.Part.LEAD: 0, Assignment.Part.COOPERATE: 1, Assignment.Part.KNOW: 2}


def _lead_words(parts: Iterable[Assignment], before: str) -> str:
    """As registers write it: "Nguyễn Văn A; phối hợp: B, C"."""
    names: dict[str, list[str]] = {}
    for one in parts:
        named = one.official.name if one.official else one.post.title if one.post else ""
        names.setdefault(one.part, []).append(named)
    lead, others = (
        ", ".join(names.get(Assignment.Part.LEAD, [])),
        ", ".join(names.get(Assignment.Part.COOPERATE, [])),
    )
    if not lead:
        return before
    return (f"{lead}; phối hợp: {others}" if others else lead)[:200]


def _pass_drafts(drafts: list[Document], passing: Passing) -> None:
    Document.objects.filter(pk__in=[one.pk for one in drafts]).update(drafted_by=passing.receiver)
    _clocks("draft", [one.uid for one in drafts], passing)
    searching.put(drafts)


def _pass_revisions(revisions: list[Revision], passing: Passing) -> None:
    Revision.objects.filter(pk__in=[one.pk for one in revisions]).update(drafted_by=passing.receiver)
    _clocks("revision", [one.uid for one in revisions], passing)


def _clocks(kind: str, uids: Collection[uuid.UUID], passing: Passing) -> None:
    """Whichever step runs for the giver by name runs for the receiver; reviews by role stay where they are."""
    running = Clock.objects.running().filter(subject_kind=kind, subject_uid__in=uids)
    running.filter(owner_official=passing.giver).update(owner_official=passing.receiver)


def _end(certificate: Certificate, passing: Passing) -> None:
    """Handed in: no longer used from now on."""
    subject = Subject("certificate", certificate.uid)
    with act("certificate.end", subject, by=passing.by, unit_uid=passing.by.unit_uid, at=passing.at):
        Certificate.objects.filter(pk=certificate.pk, ended_at=None).update(ended_at=passing.at)
