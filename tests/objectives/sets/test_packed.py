"""Frozen sets and the making of objectives in the evidence pack: what was hashed, who proposed and who decided."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.conformity.pack import by_command
from chuan.conformity.pack.archive import check
from chuan.exchange.sheets import read_sheet
from chuan.objectives.models import FigureSet, Measurement, Round
from chuan.objectives.rounds import actions as rounds
from chuan.objectives.rounds import packing as rounds_packing
from chuan.objectives.rounds.actions.deciding import Decision
from chuan.objectives.sets import packing
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set
from chuan.objectives.sets.building import Named
from chuan.offers.packing import Asked, PackFile
from chuan.rules.figure_sets import read_lines
from chuan.rules.types import Period
from tests.objectives.made import now
from tests.objectives.reported import Year, a_full_year
from tests.people import Ward, make_ward

pytestmark = pytest.mark.django_db
ON = date(2021, 12, 31)
NAMED = Named("Kỳ họp HĐND cuối năm", ON, "Báo cáo trình kỳ họp thứ 5")


@pytest.fixture
def full() -> Year:
    return a_full_year()


def frozen(full: Year, named: Named = NAMED, after: FigureSet | None = None) -> FigureSet:
    return freeze_set(
        full.plan, Wanted(named, after), by=full.ward.viewer(full.ward.clerk), at=timezone.now()
    )


def packed(make, ward: Ward, year: int) -> dict[str, PackFile]:
    asked = Asked(
        ward.unit, Period.year(year), date(2022, 1, 10), timezone.now(), ward.viewer(ward.secretary)
    )
    return {one.name: one for one in make(asked)}


def cells(data: bytes) -> str:
    return "\n".join(
        str(cell.value) for sheet in read_sheet(data, name="a.xlsx") for row in sheet.rows for cell in row
    )


def test_the_text_of_a_set_is_packed_as_it_was_hashed(full: Year) -> None:
    made = frozen(full)
    found = packed(packing.files, full.ward, 2021)
    text = found[f"bo-2021-12-31-{made.digest[:8]}.txt"].data
    assert hashlib.sha256(text).hexdigest() == made.digest
    assert [one.label for one in read_lines(text.decode()).targets] == ["1", "2", "3"]
    assert made.digest in cells(found["bo-so-lieu.xlsx"].data)
    readable = cells(found[f"bo-2021-12-31-{made.digest[:8]}.xlsx"].data)
    assert "Chưa đo được" in readable
    assert made.digest in readable


def test_a_later_set_names_the_one_before_and_each_of_another_period_stays_out(full: Year) -> None:
    first = frozen(full)
    old = Measurement.objects.get(indicator=full.targets["2"].indicator)
    full.figure("2", 99, 100, grade="C", version=2, corrects=old, reason="Kho bạc gửi bảng kê")
    later = frozen(full, replace(NAMED, name="Số chính thức"), first)
    found = packed(packing.files, full.ward, 2021)
    assert len(found) == 5
    assert "Kỳ họp HĐND cuối năm" in cells(found[f"bo-2021-12-31-{later.digest[:8]}.xlsx"].data)
    assert not packed(packing.files, full.ward, 2022)
    assert not packed(packing.files, make_ward("Nam Hồng", code="00124", prefix="nh-"), 2021)


@pytest.fixture
def decided(ward: Ward, plan) -> Round:
    """A round for 2022: one line proposed by the secretary, remarked on by a specialist, decided."""
    by = ward.viewer(ward.secretary, date(2021, 12, 6))
    made = rounds.open_round(plan, date(2021, 12, 20), by=by, at=now())
    line = made.lines.order_by("position").first()
    assert line is not None
    rounds.say(line, rounds.Proposal("keep", "", "Giữ được ba năm"), by=by, at=now())
    line.refresh_from_db()
    remark = rounds.Proposal("comment", "", "Nên ghi rõ kỳ đo")
    rounds.say(line, remark, by=ward.viewer(ward.specialist, date(2021, 12, 7)), at=now())
    line.refresh_from_db()
    rounds.decide(line, Decision("kept"), by=by, at=now())
    return made


def test_a_round_is_packed_with_who_proposed_answered_and_decided(ward: Ward, decided: Round) -> None:
    for year in (2021, 2022):
        found = packed(rounds_packing.files, ward, year)
        assert list(found) == ["xay-dung-2022-2021-12-06.xlsx", "duoc-hoi-2022-2021-12-06.xlsx"]
    told = cells(found["xay-dung-2022-2021-12-06.xlsx"].data)
    for words in (
        "Giữ được ba năm",
        "Nên ghi rõ kỳ đo",
        "Phạm Thư Ký",
        "Vũ Thị Văn Hóa",
        "đề nghị giữ",
        "góp ý",
        "quyết định",
        "hạn góp ý 20/12/2021",
    ):
        assert words in told
    assert "chưa trả lời" in cells(found["duoc-hoi-2022-2021-12-06.xlsx"].data)
    assert not packed(rounds_packing.files, ward, 2020)
    assert not packed(rounds_packing.files, make_ward("Nam Hồng", code="00124", prefix="nh-"), 2021)


def test_the_whole_pack_with_sets_and_rounds_is_found_whole_by_whoever_checks_it(
    full: Year, tmp_path: Path
) -> None:
    made, path = frozen(full), tmp_path / "goi.zip"
    by = full.ward.viewer(full.ward.secretary, date(2021, 12, 6))
    rounds.open_round(full.plan, date(2021, 12, 20), by=by, at=now())
    by_command.write_pack(
        path, Period.year(2021), username=full.ward.secretary.account.username, unit="Bắc Hồng", clock=timezone.now
    )  # fmt: skip
    verdict = check(path.read_bytes(), name="goi.zip")
    assert verdict.ok, verdict.problems
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        text = archive.read(f"so-do/bo-2021-12-31-{made.digest[:8]}.txt")
        assert "xay-dung-muc-tieu/xay-dung-2022-2021-12-06.xlsx" in archive.namelist()
    assert hashlib.sha256(text).hexdigest() == made.digest
