"""How officials as candidates for titles, years and titles given are named in other rooms: to who may see them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.wording import said
from chuan.workforce.models import Candidate, Initiative, Reward, Sitting, TitleRound
from chuan.workforce.permissions import may_see_all

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("title_person", people)
    subjects.register("title_round", rounds)
    subjects.register("reward", rewards)
    subjects.register("candidate", candidates)
    subjects.register("sitting", sittings)
    subjects.register("initiative", initiatives)


def people(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Officials whose titles the viewer may see: himself, or all for who leads and keeps the records."""
    rows = Official.objects.seen_by(viewer).filter(uid__in=list(uids))
    if not may_see_all(viewer):
        rows = rows.filter(pk=viewer.official.pk) if viewer.official else rows.none()
    return {
        one.uid: Described(
            Subject("title_person", one.uid),
            _("Danh hiệu của %s") % one.name,
            reverse("workforce:title_person", args=[one.uid]),
            icon="person",
        )
        for one in rows
    }


def rounds(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Years of titles."""
    rows = TitleRound.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("title_round", one.uid),
            _("Danh hiệu năm %s") % one.year,
            f"{reverse('workforce:titles')}?nam={one.year}",
        )
        for one in rows
    }


def rewards(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Titles given."""
    rows = Reward.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("official", "round")
    return {
        one.uid: Described(
            Subject("reward", one.uid),
            f"{one.get_title_display()}: {one.whose}",
            f"{reverse('workforce:titles')}?nam={one.round.year}",
            settled=one.voided_at is not None,
        )
        for one in rows
    }


def candidates(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Candidates for titles."""
    rows = Candidate.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("official", "round")
    return {
        one.uid: Described(
            Subject("candidate", one.uid),
            f"{one.get_title_display()}: {one.whose}",
            f"{reverse('workforce:titles')}?nam={one.round.year}",
            settled=one.voided_at is not None,
        )
        for one in rows
    }


def sittings(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Sittings of the council."""
    rows = Sitting.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("sitting", one.uid),
            _("Phiên họp xét danh hiệu ngày %s") % said(one.held_on),
            reverse("workforce:title_sitting", args=[one.uid]),
            settled=one.voided_at is not None,
        )
        for one in rows
    }


def initiatives(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Recognised initiatives."""
    rows = Initiative.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("initiative", one.uid), one.name, reverse("workforce:initiatives"),
            settled=one.voided_at is not None,
        )
        for one in rows
    }  # fmt: skip
