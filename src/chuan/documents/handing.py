"""What an official holds in this room and how it is handed over: parts, drafts, revisions, certificates, custody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _

from chuan.documents.models import Assignment, Certificate, ControlledDocument, Document, MustKnow, Revision
from chuan.documents.models.controlled import MAKING
from chuan.law.document_types import type_title
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.roles import Role

OPEN_PARTS = ("assigned", "in_work")
DRAFTS = ("draft", "content_review", "form_review")
"""Stages in which a draft is still its drafter's to change or take back."""
SEAL_KEEPERS = frozenset({Role.REGISTRY_CLERK.value})
"""Văn thư keeps the device with the agency's key (NĐ 30/2020/NĐ-CP art 32.2)."""


class Papers:
    """Documents: by name what the official was given or writes, with the post what the post was given."""

    key = "documents"
    words = "Văn bản"
    kinds: Collection[str] = frozenset({"assignment", "draft", "revision", "controlled", "must_know"})

    def held(self, asked: Asked) -> list[Held]:
        """Eight statements at most, whatever he holds."""
        return [
            *_parts(asked), *_drafts(asked.giver), *_to_sign(asked.giver), *_revisions(asked.giver),
            *_controlled(asked), *_to_know(asked.giver), *_certificates(asked.giver), *_custody(asked),
        ]  # fmt: skip

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """Parts, drafts and revisions become the receiver's; a certificate that was handed in is ended."""
        from chuan.documents.actions import handing_on

        handing_on.pass_on(refs, passing)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Papers(), place=20)


def open_parts(giver: Official) -> Iterable[Assignment]:
    """The official's parts by name in documents that are still worked on; to know, while not seen."""
    rows = Assignment.objects.standing().filter(official=giver, document__stage__in=OPEN_PARTS)
    rows = rows.exclude(part=Assignment.Part.KNOW, seen_at__isnull=False)
    return rows.select_related("document").order_by("due_on", "pk")


def open_drafts(giver: Official) -> Iterable[Document]:
    """Drafts the official wrote that nobody has signed or handed over yet."""
    return Document.objects.drafts().filter(drafted_by=giver, stage__in=DRAFTS).order_by("due_on", "pk")


def open_revisions(giver: Official) -> Iterable[Revision]:
    """Revisions of controlled documents the official writes."""
    rows = Revision.objects.filter(drafted_by=giver, status__in=MAKING)
    return rows.select_related("controlled").order_by("pk")


def own_certificates(giver: Official) -> Iterable[Certificate]:
    """The official's registered certificates in use."""
    return Certificate.objects.filter(official=giver, ended_at=None).order_by("valid_to", "pk")


def _parts(asked: Asked) -> Iterator[Held]:
    for one in open_parts(asked.giver):
        yield _part(one, Passes.BY_NAME)
    by_post = Assignment.objects.standing().filter(
        official=None, post__in=[post.pk for post in asked.posts], document__stage__in=OPEN_PARTS
    )
    for one in by_post.select_related("document", "post").order_by("due_on", "pk"):
        yield _part(one, Passes.WITH_POST)


def _part(one: Assignment, passes: Passes) -> Held:
    named = one.document.subject or one.document.title
    return Held(
        ref=f"assignment:{one.uid}",
        what=_("Văn bản đến, %(part)s: %(named)s") % {"part": one.get_part_display(), "named": named},
        passes=passes, note=one.instruction or (_("số đến %s") % one.document.arrival_number), due=one.due_on,
        subject=Subject("assignment", one.uid), post=one.post.uid if one.post else None,
    )  # fmt: skip


def _drafts(giver: Official) -> Iterator[Held]:
    for one in open_drafts(giver):
        named = one.subject or type_title(one.type)
        yield Held(
            ref=f"draft:{one.uid}", what=_("Dự thảo: %s") % named, passes=Passes.BY_NAME,
            note=f"{type_title(one.type)}, {one.stage_label}", due=one.due_on, subject=Subject("draft", one.uid),
        )  # fmt: skip


def _to_sign(giver: Official) -> Iterator[Held]:
    """Papers that bear his name as the signer: another's name needs another paper, not another owner."""
    waiting = Document.objects.drafts().filter(
        owner_unit=giver.unit, stage="to_sign", signer_name__iexact=giver.name
    )
    for one in waiting.order_by("pk"):
        yield Held(
            ref=f"sign:{one.uid}", what=_("Văn bản chờ ký: %s") % (one.subject or type_title(one.type)),
            passes=Passes.STAYS, note=_("ký trước ngày bàn giao, hoặc trả lại để đổi người ký"),
            subject=Subject("draft", one.uid),
        )  # fmt: skip


def _revisions(giver: Official) -> Iterator[Held]:
    for one in open_revisions(giver):
        yield Held(
            ref=f"revision:{one.uid}",
            what=_("%(code)s, lần ban hành %(number)s đang soạn")
            % {"code": one.controlled.code, "number": one.number},
            passes=Passes.BY_NAME, note=one.controlled.title, subject=Subject("revision", one.uid),
        )  # fmt: skip


def _controlled(asked: Asked) -> Iterator[Held]:
    rows = ControlledDocument.objects.filter(
        owner_post__in=[post.pk for post in asked.posts], retired_on=None
    )
    for one in rows.select_related("owner_post").order_by("code"):
        assert one.owner_post is not None
        yield Held(
            ref=f"controlled:{one.uid}", what=_("Tài liệu kiểm soát %s") % one.code, passes=Passes.WITH_POST,
            note=one.title, subject=Subject("controlled", one.uid), post=one.owner_post.uid,
        )  # fmt: skip


def _to_know(giver: Official) -> Iterator[Held]:
    waiting = MustKnow.objects.waiting().filter(official=giver)
    for one in waiting.select_related("dissemination").order_by("pk"):
        yield Held(
            ref=f"must_know:{one.uid}", what=_("Đọc và nắm vững: %s") % one.dissemination.title,
            passes=Passes.STAYS, note=_("mỗi người tự xác nhận; người thôi việc thì thôi giao"),
            subject=Subject("must_know", one.uid),
        )  # fmt: skip


def _certificates(giver: Official) -> Iterator[Held]:
    for one in own_certificates(giver):
        yield Held(
            ref=f"certificate:{one.uid}", what=_("Chứng thư số cá nhân: %s") % one.subject, passes=Passes.ENDS,
            note=_("không giao cho người khác; đã nộp lại thì thôi dùng từ lúc bàn giao"),
            subject=Subject("certificate", one.uid),
        )  # fmt: skip


def _custody(asked: Asked) -> Iterator[Held]:
    """The device with the agency's key, where the official is văn thư."""
    if not asked.roles & SEAL_KEEPERS:
        return
    for one in Certificate.objects.filter(unit=asked.giver.unit, official=None, ended_at=None).order_by("pk"):
        yield Held(
            ref=f"custody:{one.uid}", what=_("Thiết bị lưu khóa bí mật của cơ quan: %s") % one.subject,
            passes=Passes.BY_NAME, note=_("giao tận tay cùng mật khẩu thiết bị; người nhận đổi mật khẩu ngay"),
            subject=Subject("certificate", one.uid),
        )  # fmt: skip
