"""A sample as it stands: each dossier's last check, and the sum in words that never speak of all dossiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.dossiers.models import Sample, SampleItem
from chuan.people.viewer import Viewer


@dataclass(frozen=True)
class Picture:
    """The standing items of one sample in the order drawn."""

    sample: Sample
    items: Sequence[SampleItem]

    @property
    def checked(self) -> int:
        """How many dossiers somebody has checked."""
        return sum(bool(item.verdict) for item in self.items)

    @property
    def passed(self) -> int:
        """How many of these were done by the book."""
        return sum(item.verdict == SampleItem.Verdict.BY_THE_BOOK for item in self.items)

    @property
    def words(self) -> str:
        """ "đạt 29/30 hồ sơ kiểm tra"; what is left to check is said beside."""
        if not self.checked:
            return _("chưa kiểm tra hồ sơ nào trong %s hồ sơ của mẫu") % len(self.items)
        told = _("đạt %(passed)s/%(checked)s hồ sơ kiểm tra") % {
            "passed": self.passed,
            "checked": self.checked,
        }
        left = len(self.items) - self.checked
        return told + (_(", còn %s hồ sơ của mẫu chưa kiểm tra") % left if left else "")


def pictures(viewer: Viewer) -> list[Picture]:
    """Every sample the viewer may see, the newest period first. Two statements."""
    samples = list(Sample.objects.seen_by(viewer).select_related("drawn_by").order_by("-period_start", "-pk"))
    items = _standing(SampleItem.objects.filter(sample__in=samples))
    return [Picture(sample, [item for item in items if item.sample_id == sample.pk]) for sample in samples]


def picture_of(sample: Sample) -> Picture:
    """One sample. One statement."""
    found = SampleItem.objects.filter(sample=sample).select_related("dossier__handler", "checked_by")
    return Picture(sample, _standing(found))


def versions_of(item: SampleItem) -> list[SampleItem]:
    """Every check of the item's dossier in this sample, the newest first."""
    found = SampleItem.objects.filter(sample=item.sample, dossier=item.dossier, version__gt=1)
    return list(found.select_related("checked_by").order_by("-version"))


def _standing(items: Iterable[SampleItem]) -> list[SampleItem]:
    last: dict[tuple[int, int], SampleItem] = {}
    for item in items:
        key = (item.sample_id, item.dossier_id)
        if key not in last or last[key].version < item.version:
            last[key] = item
    return sorted(last.values(), key=lambda item: (item.sample_id, item.position))
