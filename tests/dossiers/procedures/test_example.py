"""The example's own catalogue fits the exports that the example invents."""

from datetime import date, datetime
from pathlib import Path

from chuan.demo_exports.invented import CERTIFYING, KINDS
from chuan.dossiers.actions.procedures import load_catalogue
from chuan.dossiers.limits import limits_of
from chuan.people.viewer import Viewer

FILE = Path(__file__).parents[3] / "examples/bac-hong-2021/thu-tuc.csv"


def test_every_invented_dossier_has_a_confirmed_limit_of_the_same_days(keeper: Viewer, now: datetime) -> None:
    load_catalogue(
        FILE.read_bytes(),
        FILE.name,
        valid_from=date(2021, 1, 1),
        citation="Danh mục minh họa",
        by=keeper,
        at=now,
    )
    book = limits_of(keeper.unit)

    for kind in (*KINDS, *CERTIFYING):
        limit = book.find(kind.code, "online", date(2021, 6, 1))
        assert limit is not None, kind.code
        assert (limit.total, limit.unit) == (kind.days, "working_day")
