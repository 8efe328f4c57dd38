"""How a kept trial is named in other rooms: the trail, links; and what is kept of whoever kept one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives.addresses import of_kept_trial
from chuan.objectives.models import KeptTrial
from chuan.offers import kept_about, subjects
from chuan.offers.kept_about import Asked, Line, Section
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer

MOST = 200


def kept_trials(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A kept trial by its name and its promise."""
    rows = KeptTrial.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("target")
    return {
        row.uid: Described(
            Subject("kept_trial", row.uid), _("Lần thử “%s”") % row.name, of_kept_trial(row),
            note=f"{row.target.label} {row.target.text}", icon="bullseye",
        )
        for row in rows
    }  # fmt: skip


def about(asked: Asked) -> Sequence[Section]:
    """The trials an official kept, the latest first; one statement."""
    rows = KeptTrial.objects.seen_by(asked.viewer).filter(by=asked.official).select_related("target")
    lines = [
        Line(one.name, one.words, timezone.localtime(one.recorded_at).date(), of_kept_trial(one))
        for one in rows.order_by("-pk")[:MOST]
    ]
    return [Section("objectives.trials", _("Lần thử mức, nhịp đã giữ"), lines)] if lines else []


def offer() -> None:
    """Register; called when the programme starts."""
    subjects.register("kept_trial", kept_trials)
    kept_about.register("objectives.trials", about, place=61)
