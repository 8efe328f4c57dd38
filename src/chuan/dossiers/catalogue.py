"""The standing catalogue of a unit: what an import is compared with, and what pages show of it."""

from __future__ import annotations

from collections.abc import Mapping

from chuan.dossiers.models import ProcedureVersion
from chuan.dossiers.procedures.comparing import COMPARED, Content, Preview, compare
from chuan.dossiers.procedures.jsonl import looks_like_jsonl, read_jsonl
from chuan.dossiers.procedures.table_catalogue import read_table_catalogue
from chuan.dossiers.procedures.types import Catalogue
from chuan.dossiers.refusals_procedures import CatalogueEmpty
from chuan.people.models import Unit
from chuan.rules.refusals import HeaderMissing


def read_catalogue(data: bytes, *, name: str) -> Catalogue:
    """The procedures a file offers: lines of JSON, or a table.

    Raises ``CatalogueEmpty`` and what files and tables are refused for.
    """
    try:
        catalogue = read_jsonl(data) if looks_like_jsonl(data) else read_table_catalogue(data, name=name)
    except HeaderMissing:
        raise CatalogueEmpty(name=name) from None
    if not catalogue.rows and not catalogue.unreadable:
        raise CatalogueEmpty(name=name)
    return catalogue


def preview_catalogue(data: bytes, *, name: str, unit: Unit) -> Preview:
    """What taking the file in would do to the unit's catalogue; writes nothing."""
    return compare(read_catalogue(data, name=name), standing_content(unit))


def standing_content(unit: Unit) -> Mapping[str, Content]:
    """What the latest version of each procedure says, rejected ones left out, by code."""
    rows = (
        ProcedureVersion.objects.filter(procedure__unit=unit)
        .exclude(status=ProcedureVersion.Status.REJECTED)
        .order_by("number")
        .values("procedure__code", *COMPARED)
    )
    return {row["procedure__code"]: {name: row[name] for name in COMPARED} for row in rows}
