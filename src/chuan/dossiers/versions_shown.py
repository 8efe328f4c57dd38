"""A procedure's versions as its page shows them, each with the forms that may be pressed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext as _

from chuan.dossiers.forms_procedures import CitationForm, EndForm, ReasonForm
from chuan.dossiers.limit_rows import clear
from chuan.dossiers.limit_words import CHANNEL_WORDS, doubt_in_words, time_in_words
from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.ui import formatters as say


@dataclass(frozen=True)
class ShownLimit:
    """One limit in words: whose, through which channel, how long, and what is open about it."""

    case: str
    channel: str
    time: str
    written: str
    doubt: str
    clear: bool


@dataclass(frozen=True)
class ShownVersion:
    """One version with its lists opened and its forms."""

    version: ProcedureVersion
    limits: list[ShownLimit]
    papers: list[str]
    steps: list[str]
    acts: list[str]
    fees: list[str]
    days: str
    in_force: bool
    confirm: forms.Form
    reject: forms.Form
    end: forms.Form

    @property
    def clear(self) -> bool:
        """Whether it may be confirmed: no limit is a question."""
        return all(one.clear for one in self.limits)


def shown_versions(
    procedure: Procedure, *, on: date, refused: ProcedureVersion | None, typed: Mapping[str, forms.Form]
) -> list[ShownVersion]:
    """Every version, the newest first; a form that was refused stands at its version with what was typed."""
    versions = (
        procedure.versions.select_related("confirmed_by").prefetch_related("limits").order_by("-number")
    )
    return [
        _shown(one, on, typed if refused is not None and one.pk == refused.pk else {}) for one in versions
    ]


def shown_limit(limit: TimeLimit) -> ShownLimit:
    """One limit in words."""
    missing = "unread" if limit.total is None else "" if limit.unit else "unit_lost"
    return ShownLimit(
        case=limit.case,
        channel=str(CHANNEL_WORDS[limit.channel]),
        time=time_in_words(limit.total, limit.unit),
        written=limit.written,
        doubt=doubt_in_words(limit.doubt or missing),
        clear=clear(limit),
    )


def doubts_of(version: ProcedureVersion) -> list[tuple[str, str]]:
    """What is open about the limits, each question once with what the source wrote and for which channels."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in (shown_limit(limit) for limit in version.limits.order_by("pk")):
        if one.doubt:
            found.setdefault((one.written or one.case, one.doubt), []).append(one.channel)
    return [
        (_("Nguồn ghi “%(text)s” (%(where)s)") % {"text": text, "where": ", ".join(channels)}, doubt)
        for (text, doubt), channels in found.items()
    ]


def _shown(version: ProcedureVersion, on: date, typed: Mapping[str, forms.Form]) -> ShownVersion:
    prefix = f"v{version.number}"
    confirmed = version.status == ProcedureVersion.Status.CONFIRMED
    return ShownVersion(
        version=version,
        limits=[shown_limit(one) for one in sorted(version.limits.all(), key=lambda one: one.pk)],
        papers=list(json.loads(version.components)),
        steps=list(json.loads(version.steps)),
        acts=[part for part in version.legal_acts.split("; ") if part],
        fees=version.fees.splitlines(),
        days=_days(version),
        in_force=confirmed
        and version.valid_from <= on
        and (version.valid_to is None or on < version.valid_to),
        confirm=typed.get("confirm")
        or CitationForm(initial={"citation": version.citation}, auto_id=f"{prefix}-%s"),
        reject=typed.get("reject") or ReasonForm(auto_id=f"{prefix}-r-%s"),
        end=typed.get("end") or EndForm(auto_id=f"{prefix}-e-%s"),
    )


def _days(version: ProcedureVersion) -> str:
    since = _("từ %s") % say.day(version.valid_from)
    if version.valid_to is None:
        return since
    return _("%(since)s đến hết ngày trước %(until)s") % {"since": since, "until": say.day(version.valid_to)}
