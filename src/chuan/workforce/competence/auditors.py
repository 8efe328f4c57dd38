"""Who shows that he can audit: evidence of a qualification of the kind "internal audit" that holds on the day.

TCVN ISO 9001:2015, 7.2 for whoever audits under 9.2.2 c. Room ``audits`` asks through ``offers.auditing``.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.offers import auditing
from chuan.offers.auditing import Shown
from chuan.rules.wording import said
from chuan.workforce.models import Evidence, Qualification


def offer() -> None:
    """Register; called when the programme starts."""
    auditing.offer_competence(competent)


def competent(officials: Iterable[uuid.UUID], on: date) -> Mapping[uuid.UUID, Shown]:
    """The evidence that holds longest of each; one statement."""
    rows = Evidence.objects.known_at(None).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=on), official__uid__in=list(officials),
        qualification__kind=Qualification.Kind.AUDIT, held_from__lte=on,
    )  # fmt: skip
    ordered = sorted(
        rows.select_related("qualification", "official"), key=lambda one: (one.valid_to or date.max, one.pk)
    )
    return {one.official.uid: Shown(_words(one), one.held_from, one.valid_to) for one in ordered}


def _words(one: Evidence) -> str:
    told = {"name": one.qualification.name, "paper": one.paper}
    words = _("%(name)s: %(paper)s") % told
    if one.valid_to is None:
        return words
    return _("%(words)s, còn hạn đến hết ngày %(day)s") % {
        "words": words, "day": said(one.valid_to - timedelta(days=1)),
    }  # fmt: skip
