"""The statement that the benchmark compares with says what the reports say."""

from __future__ import annotations

from datetime import date

from bench.dossier_sql import FIGURES, by_hand, by_reports

from chuan.dossiers.models import Dossier
from tests.dossiers.figures.made import make_many
from tests.people import Ward


def test_the_statement_written_by_hand_counts_the_same(ward: Ward):
    make_many(ward.unit, 300)
    gone = Dossier.objects.filter(settled_on=None, status__in=["ready", "returned", "refused", "withdrawn"])
    Dossier.objects.filter(pk__in=[*gone.values_list("pk", flat=True)]).update(present=False)
    Dossier.objects.filter(field="HỘ TỊCH").update(field="Hộ tịch")
    start, end, on = date(2021, 1, 1), date(2022, 1, 1), date(2022, 3, 1)
    ours = by_reports(ward.viewer(ward.clerk), start, end, on)
    for field, *figures in by_hand(ward.unit.pk, start, end, end):
        counted = ours[field or "Không ghi lĩnh vực"]
        assert dict(zip(FIGURES, figures, strict=True)) == {key: counted[key] for key in FIGURES}, field
