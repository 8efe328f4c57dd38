"""What stands of some rows without one import: every other import of their source told again in its order.

A version holds the whole row, also fields that an earlier file of another layout brought; a file that lists a
row unchanged brings no version. So it is not enough to go back one version: what each file itself said is told
again. A file that lists a row unchanged says of its own fields what stood at that time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from chuan.intake.comparing import CHUNK
from chuan.intake.keys import packed, unpacked
from chuan.intake.layouts import load_layout
from chuan.intake.listings import listed_among
from chuan.intake.models import Import, OutsideRow


@dataclass(slots=True)
class Replayed:
    """One row told again. ``text`` is what stands ("" for nothing); ``by`` the import that says so last."""

    code: str
    text: str = ""
    place: str = ""
    after_due: bool = False
    by: Import | None = None
    last: int = 0
    version: int = 0
    held: str = ""

    @property
    def needs_version(self) -> bool:
        """Whether the highest version whose import still stands (``version``, ``held``) says something else."""
        return self.by is not None and self.text != self.held


class Version(NamedTuple):
    """One version, with the key of the import that brought it."""

    number: int
    brought_by: int
    text: str
    place: str
    after_due: bool


def stand_without(withdrawn: Import, codes: Sequence[str]) -> list[Replayed]:
    """How each of the rows stands once ``withdrawn`` no longer counts."""
    imports = _imports(withdrawn)
    fields = {one.pk: _own_fields(one) for one in imports}
    listed = {one.pk: listed_among(one, codes) for one in imports if one.pk != withdrawn.pk}
    found = []
    for at in range(0, len(codes), CHUNK):
        chunk = codes[at : at + CHUNK]
        versions = _versions(withdrawn, chunk)
        found += [
            _replayed(code, versions.get(code, ()), imports, fields, listed, withdrawn.pk) for code in chunk
        ]
    return found


def _replayed(
    code: str,
    versions: Sequence[Version],
    imports: Sequence[Import],
    fields: Mapping[int, frozenset[str]],
    listed: Mapping[int, set[str]],
    without: int,
) -> Replayed:
    row = Replayed(code, last=max((one.number for one in versions), default=0))
    by_import: dict[int, list[Version]] = defaultdict(list)
    for version in versions:
        by_import[version.brought_by].append(version)
    stood: dict[str, str] = {}
    stood_after_due = False
    for one in imports:
        brought = by_import.get(one.pk, ())
        counts = one.pk != without and one.withdrawn_at is None
        for version in brought:
            stood, stood_after_due = unpacked(version.text) or {}, version.after_due
            if counts:
                _said(row, one, version, fields[one.pk])
        if counts and not brought and code in listed.get(one.pk, ()):
            _listed(row, one, stood, fields[one.pk], stood_after_due)
    return row


def _said(row: Replayed, one: Import, version: Version, own: frozenset[str]) -> None:
    """A version whose import counts: its own fields over what stood, or nothing when the row was gone."""
    said = unpacked(version.text)
    row.text = packed(_over(unpacked(row.text) or {}, said, own)) if said is not None else ""
    row.place, row.after_due, row.by = version.place, version.after_due, one
    if version.number > row.version:
        row.version, row.held = version.number, version.text


def _listed(
    row: Replayed, one: Import, stood: Mapping[str, str], own: frozenset[str], after_due: bool
) -> None:
    before, row.text = row.text, packed(_over(unpacked(row.text) or {}, stood, own))
    if row.text != before:
        row.by, row.place, row.after_due = one, "", after_due


def _over(values: Mapping[str, str], said: Mapping[str, str], own: frozenset[str]) -> dict[str, str]:
    kept = {name: value for name, value in values.items() if name not in own}
    return kept | {name: value for name, value in said.items() if name in own}


def _imports(withdrawn: Import) -> list[Import]:
    """Every import of the source that was ever taken in, in the order it was; withdrawn ones too."""
    rows = Import.objects.filter(
        unit_id=withdrawn.unit_id,
        register=withdrawn.register,
        source=withdrawn.source,
        committed_at__isnull=False,
    )
    return list(rows.select_related("layout", "listed").order_by("committed_at", "pk"))


def _own_fields(one: Import) -> frozenset[str]:
    """The fields that the import's file itself fills."""
    if one.layout is None:
        return frozenset()
    return load_layout(one.layout.body, name=one.layout.name).mapping.fed


def _versions(withdrawn: Import, codes: Sequence[str]) -> dict[str, list[Version]]:
    rows = OutsideRow.objects.filter(
        unit_id=withdrawn.unit_id,
        register=withdrawn.register,
        source=withdrawn.source,
        outside_code__in=codes,
    )
    columns = ("outside_code", "version", "brought_by_id", "fields", "place", "after_due")
    found: dict[str, list[Version]] = defaultdict(list)
    for code, *rest in rows.order_by("outside_code", "version").values_list(*columns):
        found[code].append(Version(*rest))
    return found
