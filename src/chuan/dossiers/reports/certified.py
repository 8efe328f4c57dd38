"""Biểu 07a/BTP beside our certifications: copies with copies; requests are another thing and only stand beside.

The form counts copies in "bản" and signatures in "việc"; dossiers are requests, one of which may ask for many
copies. So copies are compared only where every request of the period says how many it asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.models import Dossier
from chuan.dossiers.reports import cutting
from chuan.dossiers.reports.asked import Asked, Cut, Seen, known_rows
from chuan.dossiers.reports.counting import by_columns
from chuan.dossiers.reports.figures import FIGURES
from chuan.dossiers.reports.official_forms import own_row, standing_rows
from chuan.intake.models import Import
from chuan.intake.unit_names import names_of
from chuan.intake.versions import standing_values
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold

REGISTER = "certification_totals"
_SOLVED = {"solved": FIGURES["solved"]}


@dataclass(frozen=True)
class Kind:
    """A figure of the form: its words, and the procedure that answers it by code or by the beginning of its name."""

    figure: str
    words: str | Promise
    code: str = ""
    name: str = ""
    in_copies: bool = False

    def holds(self, code: str, name: str) -> bool:
        """Whether dossiers of this procedure are of this kind. A code, where there is one, decides alone."""
        if code:
            return code == self.code
        folded = fold(name).removeprefix("thu tuc ")
        return bool(self.name) and (folded == self.name or folded.startswith(f"{self.name} t"))


KINDS = (
    Kind("copies", _("chứng thực bản sao (bản)"), "2.000815", "chung thuc ban sao", in_copies=True),
    Kind("signatures", _("chứng thực chữ ký (việc)"), "2.000884", "chung thuc chu ky"),
    Kind("contracts", _("chứng thực hợp đồng, giao dịch (việc)")),
)
"""The form's figures. A name goes on with a word in t: "từ bản chính", "trong các giấy tờ"; "người dịch" is another."""


@dataclass(frozen=True)
class Procedure:
    """Requests of one procedure; ``key`` opens their rows."""

    key: str
    label: str
    requests: int


@dataclass(frozen=True)
class Certified:
    """One figure of the form. ``copies`` is what our requests ask for, None where that cannot be said;
    ``silent``: requests that do not say how many."""

    kind: Kind
    theirs: int | None
    procedures: tuple[Procedure, ...]
    copies: int | None = None
    silent: int = 0

    @property
    def requests(self) -> int:
        """Our requests of this kind, solved in the period."""
        return sum(one.requests for one in self.procedures)

    @property
    def gap(self) -> int | None:
        """How many copies more the form says; None when they cannot be compared."""
        return None if self.theirs is None or self.copies is None else self.theirs - self.copies


def asked_of(period: Period, *, on: date) -> Asked:
    """The rows that a form is put beside: by procedure, solved in its period."""
    return Asked(period, on, cut=Cut.PROCEDURE, seen=Seen.NOW)


def certified(viewer: Viewer, imported: Import, *, on: date) -> tuple[Certified, ...]:
    """The form's figures of the import's unit beside our requests; empty when the form does not name the unit."""
    own = own_row(standing_rows(imported), names_of(imported.unit))
    if not own or imported.covers is None:
        return ()
    asked = asked_of(imported.covers, on=on)
    raws = [
        ((str(raw[0] or ""), str(raw[1] or "")), counted["solved"])
        for raw, counted in by_columns(
            known_rows(viewer, None), asked, ("procedure_code", "procedure_name"), _SOLVED
        )
        if counted["solved"]
    ]
    return tuple(_told(viewer, asked, kind, own[0], raws) for kind in KINDS if kind.figure in own[0])


def _told(
    viewer: Viewer,
    asked: Asked,
    kind: Kind,
    row: Mapping[str, str],
    raws: Sequence[tuple[tuple[str, str], int]],
) -> Certified:
    mine = [(raw, n) for raw, n in raws if kind.holds(*raw)]
    theirs = int(row[kind.figure]) if row[kind.figure].isdigit() else None
    told = Certified(kind, theirs, _procedures(mine))
    if not kind.in_copies or not mine:
        return told
    said = _copies(viewer, asked, [raw for raw, _n in mine])
    silent = sum(one is None for one in said)
    copies = None if silent else sum(one or 0 for one in said)
    return Certified(kind, theirs, told.procedures, copies, silent)


def _procedures(mine: Iterable[tuple[tuple[str, str], int]]) -> tuple[Procedure, ...]:
    """Lines of the table of statistics, so that each opens the rows it counted."""
    found: dict[str, Procedure] = {}
    for raw, n in mine:
        key = cutting.key_of(Cut.PROCEDURE, raw)
        before = found.get(key, Procedure(key, cutting.label_of(Cut.PROCEDURE, raw, {}), 0))
        found[key] = Procedure(key, before.label, before.requests + n)
    return tuple(found.values())


def _copies(viewer: Viewer, asked: Asked, raws: Sequence[tuple[str, str]]) -> list[int | None]:
    """How many copies each request asks for; None for one that does not say. Each source's last word counts."""
    named = Q()
    for code, name in raws:
        named |= Q(procedure_code=code, procedure_name=name)
    rows = Dossier.objects.seen_by(viewer).present_ones().filter(named & _SOLVED["solved"].where(asked))
    found: list[int | None] = []
    by_unit: dict[int, list[str]] = {}
    for unit_id, code in rows.order_by().values_list("unit_id", "code"):
        by_unit.setdefault(unit_id, []).append(code)
    for unit_id, codes in by_unit.items():
        held = standing_values(unit_id, "dossiers", codes)
        for code in codes:
            told = sorted(held.get(code, ()), key=lambda one: one.recorded_at)
            said = [one.values["copies"] for one in told if one.values and one.values.get("copies")]
            found.append(int(said[-1]) if said else None)
    return found
