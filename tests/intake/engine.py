"""A ward that follows dossiers, and files on their way in: what the tests of the engine share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.utils import timezone

from chuan.demo_exports import files, formats, sheets
from chuan.demo_exports.invented import Invented
from chuan.dossiers.fields import DossierRegister, TotalsRegister
from chuan.intake import actions
from chuan.intake.models import Import, StandingRow
from chuan.intake.previews import Preview, preview_of
from chuan.offers.registers import Arrival, Arrived, Writing
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.people import Ward

ROWS = 60
LIST, LATER = "danh-sach-ho-so-2021.xls", "danh-sach-ho-so-2021-tuan-sau.xls"
BOOK, FORM = "so-theo-doi-ho-so-2021.xlsx", "bieu-II.06a-2021.xlsx"
SOURCE = "Hệ thống một cửa điện tử"


@cache
def demo() -> dict[str, bytes]:
    """The invented exports, made once."""
    return dict(files(rows=ROWS))


@dataclass
class Recorder:
    """A follower that keeps what it is told, and can be made to refuse or to break."""

    register: Any
    arrivals: list[Arrival] = field(default_factory=list)
    written: list[Arrival] = field(default_factory=list)
    while_preparing: Callable[[], None] | None = None
    while_writing: Callable[[], None] | None = None

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        self.arrivals.append(arrival)
        if self.while_preparing:
            self.while_preparing()

        def write() -> None:
            if self.while_writing:
                self.while_writing()
            self.written.append(arrival)

        return write

    @property
    def last(self) -> dict[str, Arrived]:
        """The rows of the last arrival, by code."""
        return {row.code: row for row in self.arrivals[-1].rows}


def recorders() -> dict[str, Recorder]:
    """Recorders for the registers of dossiers, by key."""
    return {one.key: Recorder(one) for one in (DossierRegister(), TotalsRegister())}


@dataclass
class Desk:
    """An official who brings files in, at a real moment: acts older than 30 s are refused."""

    ward: Ward
    followers: dict[str, Recorder]
    told: list[tuple[Any, ...]]

    @property
    def dossiers(self) -> Recorder:
        return self.followers["dossiers"]

    def viewer(self, official: Official | None = None) -> Viewer:
        return self.ward.viewer(official or self.ward.one_stop, on=timezone.localdate())

    def receive(self, name: str, data: bytes | None = None, *, ago: timedelta = timedelta()) -> Import:
        """A file received and looked at; ``ago`` sets its arrival back."""
        held = actions.receive_file(
            demo()[name] if data is None else data,
            name.rpartition("/")[2],
            by=self.viewer(),
            at=timezone.now(),
        )
        if ago:
            Import.objects.filter(pk=held.pk).update(arrived_at=timezone.now() - ago)
            held.refresh_from_db()
        return actions.look(held, at=timezone.now())

    def mapped(self, name: str, data: bytes | None = None, **given: Any) -> Import:
        """The same, with the proposed layout confirmed where it is asked for."""
        held = self.receive(name, data, **given)
        if held.status == Import.Status.UNMAPPED:
            seen = preview_of(held)
            actions.confirm_layout(
                held, seen.mapping, name=seen.layout or "Khuôn thử", source=seen.source or SOURCE,
                by=self.viewer(), at=timezone.now(),
            )  # fmt: skip
        return held

    def committed(self, name: str, data: bytes | None = None, keep_gone: bool | None = None) -> Import:
        """The same, taken in whatever is in doubt."""
        held = self.mapped(name, data)
        return self.commit(held, keep_gone=keep_gone)

    def commit(self, held: Import, keep_gone: bool | None = None) -> Import:
        return actions.commit(
            held,
            by=self.viewer(),
            at=timezone.now(),
            keep_gone=keep_gone,
            despite=preview_of(held).must_confirm,
        )

    def withdraw(self, held: Import, reason: str = "Nhập nhầm tệp") -> Import:
        return actions.withdraw(held, reason=reason, by=self.viewer(), at=timezone.now())


def counts(held: Import) -> tuple[int, int, int, int, int]:
    """New, changed, same, gone, unreadable."""
    return held.rows_new, held.rows_changed, held.rows_same, held.rows_gone, held.rows_unreadable


def standing() -> dict[str, str]:
    """The stored text of every row that stands, by code."""
    return dict(StandingRow.objects.values_list("outside_code", "row__fields"))


def seen(held: Import) -> Preview:
    return preview_of(held)


def listed(dossiers: Sequence[Invented], first: date = sheets.FIRST, last: date = sheets.LAST) -> bytes:
    """A list of these dossiers as a text file."""
    return formats.as_csv(";", "utf-8")(sheets.dossier_list(dossiers, first=first, last=last))
