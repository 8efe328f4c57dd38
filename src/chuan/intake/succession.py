"""When a ward goes into another: who keeps each register and how files are read go on; rows stay where they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from chuan.intake.models import Import, Layout, RecordSystem
from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.offers.uids import new_uid
from chuan.people.models import Unit

_OPEN = (Import.Status.READING, Import.Status.UNMAPPED, Import.Status.PREVIEWED)


class Registers:
    """Record systems, layouts, imports."""

    key = "intake"
    words = "Nguồn chính và tệp nhập"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """What is declared and confirmed goes on; files stay."""
        systems = RecordSystem.objects.filter(unit=unit).values("register").distinct().count()
        layouts = Layout.objects.filter(unit=unit).values("register", "fingerprint").distinct().count()
        waiting = Import.objects.filter(unit=unit, status__in=_OPEN).count()
        taken = Import.objects.filter(unit=unit).standing().count()
        return [
            Matter(
                _("nguồn chính của các sổ"), moves=systems, note=_("Ghi lại cho đơn vị mới, kèm nghị quyết.")
            ),
            Matter(_("cách ghép cột"), moves=layouts),
            Matter(_("tệp đã nhập"), stays=taken),
            Matter(_("tệp chưa xác nhận"), stays=waiting, note=_("Bỏ lại; nhận lại tệp mới ở đơn vị mới.")),
        ]

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """A file that is being taken in right now."""
        if Import.objects.filter(unit=unit, status=Import.Status.COMMITTING).exists():
            yield Hindrance(_("Một tệp đang được nhập."), _("Đợi nhập xong (vài phút) rồi bấm Sáp nhập lại."))

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Copy what is declared; the first file of the new unit is compared with nothing and brings every row anew."""
        return {"record_systems": _systems(passage), "layouts": _layouts(passage)}


def _systems(passage: Passage) -> int:
    standing: dict[str, RecordSystem] = {}
    rows = RecordSystem.objects.filter(unit=passage.old, valid_from__lte=passage.on)
    for row in rows.order_by("valid_from"):
        standing[row.register] = row
    known = set(RecordSystem.objects.filter(unit=passage.new).values_list("register", flat=True))
    made = [
        RecordSystem(
            unit=passage.new, register=key, system=row.system, keeps=row.keeps, valid_from=passage.on,
            citation=f"{row.citation}; {passage.citation}"[:300], by=row.by, recorded_at=passage.at,
        )
        for key, row in standing.items() if key not in known
    ]  # fmt: skip
    RecordSystem.objects.bulk_create(made)
    return len(made)


def _layouts(passage: Passage) -> int:
    latest: dict[tuple[str, str], Layout] = {}
    for row in Layout.objects.filter(unit=passage.old).order_by("version"):
        latest[row.register, row.fingerprint] = row
    known = set(Layout.objects.filter(unit=passage.new).values_list("register", "fingerprint"))
    made = [row for key, row in latest.items() if key not in known]
    for row in made:
        row.pk, row.uid, row.unit_id, row.version = None, new_uid(), passage.new.pk, 1
        row._state.adding = True
    Layout.objects.bulk_create(made, batch_size=200)
    return len(made)


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Registers(), place=10)
