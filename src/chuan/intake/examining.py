"""Which system keeps each register: declared, or every figure says so."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.intake.models import RecordSystem
from chuan.offers.examinations import Examination, Finding, Looking, fine, look, offer
from chuan.people.models import Unit


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("record_systems", gettext_lazy("Nguồn chính"), 170, examine))


def examine(looking: Looking) -> Iterator[Finding]:
    """At least one register's system is declared by each unit of today."""
    for unit in Unit.objects.valid_on(looking.on).filter(officials__isnull=False).distinct():
        declared = RecordSystem.objects.filter(unit=unit, valid_from__lte=looking.on)
        if count := declared.values("register").distinct().count():
            yield fine(
                _("%(unit)s: đã khai nguồn chính của %(n)d sổ.") % {"unit": unit.committee, "n": count}
            )
        else:
            yield look(
                _("%s: chưa khai hệ thống nào giữ sổ hồ sơ, văn bản.") % unit.committee,
                _("Mở trang Nguồn chính và khai từng sổ kèm văn bản."),
                address="/nguon-chinh/", unit_uid=unit.uid,
            )  # fmt: skip
