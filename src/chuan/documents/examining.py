"""Certificates that are about to end, roots that are trusted, lists of revoked certificates that have aged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.documents.models import Certificate, TrustItem
from chuan.documents.signature_reports import SOON
from chuan.offers.examinations import Examination, Finding, Looking, broken, fine, look, offer
from chuan.people.models import Unit

CRL_OLD = timedelta(days=30)
"""A list without an end of its own (nextUpdate, RFC 5280, 5.1.2.5) is taken for old after this."""


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("certificates", gettext_lazy("Chứng thư số"), 180, examine))


def examine(looking: Looking) -> Iterator[Finding]:
    """For each unit of today that has declared certificates or roots: what has ended, and what soon will."""
    for unit in Unit.objects.valid_on(looking.on).filter(officials__isnull=False).distinct():
        found = [*_certificates(unit, looking), *_trusted(unit, looking)]
        yield from found or [fine(_("%s: không chứng thư nào hết hạn trong 60 ngày tới.") % unit.committee)]


def _certificates(unit: Unit, looking: Looking) -> Iterator[Finding]:
    """The agency's and officials' own; named by kind only, the page names whose."""
    rows = Certificate.objects.filter(unit=unit, ended_at__isnull=True, valid_to__lt=looking.on + SOON)
    mend = _("Mở trang Chữ ký số: xem chứng thư nào, xin cấp lại rồi khai chứng thư mới.")
    page = "documents:signatures_ending"
    over = rows.filter(valid_to__lt=looking.on).count()
    if over:
        yield broken(
            _("%(unit)s: %(n)d chứng thư số đã hết hạn.") % {"unit": unit.committee, "n": over},
            mend,
            address=page,
            unit_uid=unit.uid,
        )
    if soon := rows.count() - over:
        said = _("%(unit)s: %(n)d chứng thư số hết hạn trong 60 ngày tới.")
        yield look(said % {"unit": unit.committee, "n": soon}, mend, address=page, unit_uid=unit.uid)


def _trusted(unit: Unit, looking: Looking) -> Iterator[Finding]:
    items = TrustItem.objects.filter(unit=unit, ended_at__isnull=True)
    page = "documents:trust"
    ending = items.filter(kind__in=("anchor", "intermediate"), valid_to__lt=looking.on + SOON).count()
    if ending:
        yield look(
            _("%(unit)s: %(n)d chứng thư gốc đáng tin hết hạn trong 60 ngày tới.")
            % {"unit": unit.committee, "n": ending},
            _("Lấy chứng thư gốc mới ở nguồn chính thức rồi khai ở trang Tin cậy."), address=page,
            unit_uid=unit.uid,
        )  # fmt: skip
    if old := sum(1 for item in items.filter(kind="crl") if _is_old(item, looking)):
        yield look(
            _("%(unit)s: %(n)d danh sách thu hồi đã cũ; chữ ký kiểm bằng nó không chắc.")
            % {"unit": unit.committee, "n": old},
            _("Tải danh sách thu hồi mới ở nguồn chính thức rồi khai ở trang Tin cậy."), address=page,
            unit_uid=unit.uid,
        )  # fmt: skip


def _is_old(item: TrustItem, looking: Looking) -> bool:
    if item.valid_to is not None:
        return item.valid_to < looking.on
    return item.recorded_at < looking.at - CRL_OLD
