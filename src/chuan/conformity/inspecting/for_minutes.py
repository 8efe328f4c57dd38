"""What the minutes that are filled in beforehand take from an inspection under way: who came, what was found."""

from __future__ import annotations

from chuan.conformity.inspecting.showing import FindingShown, InspectionShown, shown
from chuan.conformity.models import Inspection
from chuan.offers.packing import Asked
from chuan.people.models import Guest


def under_way(asked: Asked) -> InspectionShown | None:
    """The inspection whose minutes are not closed and that has begun by the day of the making; None for none."""
    rows = Inspection.objects.seen_by(asked.viewer).filter(unit=asked.unit, closed_at=None)
    found = rows.filter(starts_on__lte=asked.on).order_by("-starts_on", "-pk").first()
    return shown([found], asked.viewer, on=asked.on)[0] if found else None


def inspectors(visit: InspectionShown | None) -> str:
    """ "Sở …: Đặng Thị Kiểm Tra (Trưởng đoàn); …"; "" where nobody has an account."""
    if visit is None:
        return ""
    rows = Guest.objects.filter(visit=visit.inspection.uid).order_by("pk")
    names = "; ".join(f"{one.name} ({one.post})" if one.post else one.name for one in rows)
    return f"{visit.inspection.body}: {names}" if names else visit.inspection.body


def found_words(visit: InspectionShown | None, point: str) -> str:
    """Findings of one point; "" for none."""
    rows = visit.standing if visit else []
    return "; ".join(_words(one) for one in rows if one.finding.point == point)


def faults_words(visit: InspectionShown | None) -> str:
    """What has to be mended; "" for nothing."""
    return "; ".join(_words(one) for one in visit.faults) if visit else ""


def _words(one: FindingShown) -> str:
    clause = f" (điều {one.finding.clause})" if one.finding.clause else ""
    return f"{one.finding.get_grade_display()}: {one.finding.words.rstrip('.')}{clause}"
