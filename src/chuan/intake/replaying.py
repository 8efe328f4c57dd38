"""What stands of some rows without one import: every other import of their source told again in its order.

A version holds the whole row, also fields that an earlier file of another layout brought; a file that lists a
row unchanged brings no version. So it is not enough to go back one version: what each file itself said is told
again. A file that lists a row unchanged says of its own fields what stood at that time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
    standing: OutsideRow | None = None
    values: dict[str, str] = field(default_factory=dict)

    @property
    def needs_version(self) -> bool:
        """Whether no version whose import still stands says what stands."""
        held = self.standing.fields if self.standing else ""
        return self.by is not None and self.text != held


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
    versions: Sequence[OutsideRow],
    imports: Sequence[Import],
    fields: Mapping[int, frozenset[str]],
    listed: Mapping[int, set[str]],
    without: int,
) -> Replayed:
    row = Replayed(code, last=max((one.version for one in versions), default=0))
    by_import: dict[int, list[OutsideRow]] = defaultdict(list)
    for version in versions:
        by_import[version.brought_by_id].append(version)
    stood: dict[str, str] = {}
    stood_after_due = False
    for one in imports:
        brought = by_import.get(one.pk, ())
        counts = one.pk != without and one.withdrawn_at is None
        for version in brought:
            stood, stood_after_due = unpacked(version.fields) or {}, version.after_due
            if counts:
                _said(row, one, version, fields[one.pk])
        if counts and not brought and code in listed.get(one.pk, ()):
            _listed(row, one, stood, fields[one.pk], stood_after_due)
    return row


def _said(row: Replayed, one: Import, version: OutsideRow, own: frozenset[str]) -> None:
    """A version whose import counts: its own fields over what stood, or nothing when the row was gone."""
    row.values = _over(row.values, unpacked(version.fields) or {}, own) if version.fields else {}
    row.text = packed(row.values) if version.fields else ""
    row.place, row.after_due, row.by = version.place, version.after_due, one
    if row.standing is None or version.version > row.standing.version:
        row.standing = version


def _listed(
    row: Replayed, one: Import, stood: Mapping[str, str], own: frozenset[str], after_due: bool
) -> None:
    before = row.text
    row.values = _over(row.values, stood, own)
    row.text = packed(row.values)
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
    mapping = load_layout(one.layout.body, name=one.layout.name).mapping
    return frozenset({*mapping.columns.values(), *mapping.constants})


def _versions(withdrawn: Import, codes: Sequence[str]) -> dict[str, list[OutsideRow]]:
    rows = OutsideRow.objects.filter(
        unit_id=withdrawn.unit_id,
        register=withdrawn.register,
        source=withdrawn.source,
        outside_code__in=codes,
    )
    return _grouped(rows.order_by("outside_code", "version"))


def _grouped(rows: Iterable[OutsideRow]) -> dict[str, list[OutsideRow]]:
    found: dict[str, list[OutsideRow]] = defaultdict(list)
    for row in rows:
        found[row.outside_code].append(row)
    return found
