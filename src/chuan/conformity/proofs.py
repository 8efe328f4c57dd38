"""The dated proofs that a system was kept going in a year: which are there, which thing shows each."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.audits.models import Audit
from chuan.conformity.models import CheckRun, Confirmation
from chuan.documents.models import Revision
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.reviews.models import Seal
from chuan.rules.conformity import Proof
from chuan.rules.types import Period

KIND = "conformity_proof"
"""The subject of a proof that is not there, or that is no single thing: the page where it is made."""

KEYS = ("audit", "review", "confirmation", "self_check", "documents")


@dataclass(frozen=True, slots=True)
class ProofShown:
    """A proof with its words, the thing that shows it, and the page. ``subject`` is of ``KIND`` where there is none."""

    proof: Proof
    title: str
    address: str
    subject: Subject


def proofs_of(unit: Unit, year: int, as_of: datetime) -> list[ProofShown]:
    """The five of a year, as known at a moment; five statements.

    19/2014/QĐ-TTg, Điều 4: audit and review each year, the head confirms; controlled documents in force (7.5).
    """
    asked = _Asked(unit, Period.year(year), as_of)
    return [_audit(asked), _review(asked), _confirmation(asked), _self_check(asked), _documents(asked)]


def proof_uid(unit_uid: uuid.UUID, year: int, key: str) -> uuid.UUID:
    """The same uid each time for a proof of a unit and year."""
    return uuid.uuid5(unit_uid, f"{KIND} {year} {key}")


def proof_page(key: str, year: int) -> str:
    """Where a proof is made, or seen as a whole."""
    return {
        "audit": reverse("audits:year") + f"?nam={year}", "review": reverse("reviews:all"),
        "confirmation": reverse("conformity:duties") + f"?nam={year}#xac-nhan",
        "self_check": reverse("conformity:home") + "#tu-kiem",
        "documents": reverse("controlled:list"),
    }[key]  # fmt: skip


def proof_title(key: str) -> str:
    """What has to be there."""
    return {
        "audit": _("Đánh giá nội bộ trong năm đã báo cáo"),
        "review": _("Xem xét của lãnh đạo trong năm đã ký, đủ đầu vào"),
        "confirmation": _("Người đứng đầu xác nhận hệ thống có hiệu lực"),
        "self_check": _("Lần tự kiểm tra đã lưu gần nhất không có điều trái quy định"),
        "documents": _("Tài liệu của hệ thống đang có hiệu lực"),
    }[key]


@dataclass(frozen=True, slots=True)
class _Asked:
    unit: Unit
    period: Period
    as_of: datetime

    @property
    def days(self) -> tuple[date, date]:
        """First and last day that count: not after the moment it is known at."""
        return self.period.start, min(self.period.end - timedelta(days=1), self.known_on)

    @property
    def known_on(self) -> date:
        """The local day of the moment."""
        return timezone.localtime(self.as_of).date()


def _audit(asked: _Asked) -> ProofShown:
    told = Audit.objects.told().filter(owner_unit=asked.unit, ends_on__range=asked.days)
    found = told.filter(reported_on__lte=asked.known_on).order_by("-ends_on", "-pk").first()
    thing = Subject("audit", found.uid) if found else None
    address = reverse("audits:audit", args=[found.uid]) if found else ""
    return _shown(asked, "audit", thing, address, _("chưa có cuộc đánh giá nội bộ nào của năm được báo cáo"))


def _review(asked: _Asked) -> ProofShown:
    """A review is only signed when no input is missing (``reviews.actions.sign``)."""
    seals = Seal.objects.filter(
        review__owner_unit=asked.unit, review__held_on__range=asked.days, recorded_at__lte=asked.as_of
    )
    found = seals.select_related("review").order_by("-review__held_on", "-pk").first()
    thing = Subject("review", found.review.uid) if found else None
    address = reverse("reviews:one", args=[found.review.uid]) if found else ""
    return _shown(asked, "review", thing, address, _("chưa có cuộc xem xét nào của năm được ký"))


def _confirmation(asked: _Asked) -> ProofShown:
    rows = Confirmation.objects.filter(
        unit=asked.unit, confirmed_on__range=asked.days, recorded_at__lte=asked.as_of
    )
    found = rows.order_by("-confirmed_on", "-pk").first()
    thing = Subject("confirmation", found.uid) if found else None
    address = proof_page("confirmation", asked.period.start.year)
    return _shown(asked, "confirmation", thing, address, _("người đứng đầu chưa xác nhận trong năm"))


def _self_check(asked: _Asked) -> ProofShown:
    rows = CheckRun.objects.filter(unit=asked.unit, on__range=asked.days, recorded_at__lte=asked.as_of)
    last = rows.order_by("-on", "-pk").first()
    address = reverse("conformity:run", args=[last.uid]) if last else ""
    why = _("chưa lưu lần tự kiểm tra nào của năm")
    if last is not None and last.breaches:
        why = _("lần gần nhất còn %s điều trái quy định") % last.breaches
    thing = Subject("check_run", last.uid) if last is not None else None
    return _shown(asked, "self_check", thing, address, why, lacking=last is None or last.breaches > 0)


def _documents(asked: _Asked) -> ProofShown:
    rows = Revision.objects.in_force(asked.days[1]).filter(
        controlled__unit=asked.unit, recorded_at__lte=asked.as_of
    )
    found = rows.select_related("controlled").order_by("pk").first()
    thing = Subject(KIND, proof_uid(asked.unit.uid, asked.period.start.year, "documents")) if found else None
    return _shown(asked, "documents", thing, "", _("chưa có tài liệu nào có hiệu lực"))


def _shown(
    asked: _Asked, key: str, thing: Subject | None, address: str, why: str, lacking: bool | None = None
) -> ProofShown:
    year = asked.period.start.year
    lacks = thing is None if lacking is None else lacking
    subject = thing or Subject(KIND, proof_uid(asked.unit.uid, year, key))
    return ProofShown(
        Proof(key, why if lacks else ""), proof_title(key), address or proof_page(key, year), subject
    )
