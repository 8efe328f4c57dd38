"""What was done to a file after a signature: pyHanko's analysis of differences, read strictly.

Allowed after a signature: evidence for long validity (DSS), document time stamps, and signature fields
filled by a further signature. pyHanko alone also forgives filled text fields and new empty ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    FormUpdatingRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from chuan.exchange.signatures.report import Coverage, Reason
from chuan.exchange.signatures.words import reason


def _policy(*, orphans: bool) -> StandardDiffPolicy:
    """pyHanko's rules without the one for other fields: nobody fills in a text field after signing.

    Objects that nothing refers to are let through only where a later signature covers them.
    """
    return StandardDiffPolicy(
        global_rules=DEFAULT_DIFF_POLICY.global_rules,
        form_rule=FormUpdatingRule(field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]),
        reject_object_freeing=True,
        ignore_orphaned_objects=orphans,
    )


_BETWEEN, _AFTER = _policy(orphans=True), _policy(orphans=False)

COVERAGE = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.WHOLE_REVISION,
    SignatureCoverageLevel.CONTIGUOUS_BLOCK_FROM_START: Coverage.PART,
    SignatureCoverageLevel.UNCLEAR: Coverage.UNCLEAR,
}
_TOLD = {"/Title": "tiêu đề", "/Author": "tác giả", "/Subject": "chủ đề", "/Keywords": "từ khóa"}
_DUBLIN = re.compile(rb"<dc:(title|creator|description|subject)\b[^>]*>(.*?)</dc:\1>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_MACHINE = {"/ModDate", "/Producer", "/CreationDate", "/Creator", "/Trapped"}


def coverage_of(seal: EmbeddedPdfSignature) -> Coverage:
    """How much it covers; keeps pyHanko's own value in the signature for the analysis that follows."""
    covered = seal.evaluate_signature_coverage()
    seal.coverage = covered  # type: ignore[assignment]
    return COVERAGE[covered]


def changes_after(seal: EmbeddedPdfSignature, seals: Sequence[EmbeddedPdfSignature]) -> list[Reason]:
    """What came after this signature; ``seals`` are all filled fields, document time stamps included."""
    last = max(one.signed_revision for one in seals)
    found = seal.evaluate_modifications(_AFTER if seal.signed_revision == last else _BETWEEN)
    if not isinstance(found, DiffResult):
        return [reason("changed_after", found)]
    level = found.modification_level
    if level > ModificationLevel.FORM_FILLING:
        return [reason("changed_after", level.name)]
    # Not document time stamps: anybody can have one made, so a visible one may be laid over the page.
    signers = [one for one in seals if not is_timestamp(one)]
    later = {one.fq_name for one in signers if one.signed_revision > seal.signed_revision}
    unsigned = found.changed_form_fields - later
    if unsigned or (level == ModificationLevel.FORM_FILLING and not later):
        return [reason("form_changed", ", ".join(sorted(unsigned)))]
    lock = seal.docmdp_level
    if lock is not None and level.value > lock.value:
        return [reason("locked", lock.name)]
    return _allowed(seal, seals, level)


def _allowed(
    seal: EmbeddedPdfSignature, seals: Sequence[EmbeddedPdfSignature], level: ModificationLevel
) -> list[Reason]:
    if any(one.signed_revision > seal.signed_revision and not is_timestamp(one) for one in seals):
        return [reason("signed_further")]
    added = seal.reader.xrefs.total_revisions > seal.signed_revision + 1 and "/DSS" in seal.reader.root
    return [reason("evidence_added", level.name)] if added else []


def is_timestamp(seal: EmbeddedPdfSignature) -> bool:
    """A document time stamp: it says when, not who."""
    return bool(seal.sig_object_type == "/DocTimeStamp")


def document_reasons(reader: PdfFileReader, seals: Sequence[EmbeddedPdfSignature]) -> list[Reason]:
    """What concerns the document: revisions nobody signed, another root, metadata, active content."""
    first, last = seals[0].signed_revision, seals[-1].signed_revision
    states = [reader.get_historical_resolver(number) for number in range(first, reader.xrefs.total_revisions)]
    return [
        *_roots(states),
        *_metadata(states[0], states[last - first], "metadata_between"),
        *(
            _metadata(states[last - first], states[-1], "metadata_after")
            or _unsigned_revisions(states[last - first :])
        ),
        *_active(states[-1]),
        *_redrawn(states),
    ]


def _unsigned_revisions(states: Sequence[HistoricalResolver]) -> list[Reason]:
    """After the last signature each further revision must bring evidence (DSS), or it has no business here.

    One that only writes the file's own description anew is told apart: no page shows it.
    """
    for old, new in pairwise(states):
        before, after, touched = _evidence(old), _evidence(new), new.explicit_refs_in_revision()
        if after is not None and (after != before or after in touched):
            continue
        described = {_reference(new.trailer_view, "/Info"), _reference(new.root, "/Metadata")} - {None}
        if touched & described and touched <= described | {new.root_ref}:
            return [reason("metadata_after", f"revision {new.revision}", fields="ngày sửa, phần mềm")]
        return [reason("later_revision", f"revision {new.revision}")]
    return []


def _reference(held: generic.DictionaryObject, key: str) -> Any:
    found = held.raw_get(key) if key in held else None
    return found.reference if isinstance(found, generic.IndirectObject) else None


def _evidence(state: HistoricalResolver) -> Any:
    held = state.root.get("/DSS") and state.root.raw_get("/DSS")
    return held.reference if isinstance(held, generic.IndirectObject) else state.root_ref if held else None


def _roots(states: Sequence[HistoricalResolver]) -> list[Reason]:
    roots = {state.root_ref for state in states}
    return [reason("root_replaced")] if len(roots) > 1 else []


def _metadata(old: HistoricalResolver, new: HistoricalResolver, code: str) -> list[Reason]:
    before, after = _information(old), _information(new)
    changed = [key for key in sorted({*before, *after}) if before.get(key) != after.get(key)]
    if not changed:
        return []
    detail = "; ".join(f"{key}: {before.get(key, '')} → {after.get(key, '')}" for key in changed)
    return [reason(code, detail, fields=", ".join(_TOLD.get(key, key.strip("/")) for key in changed))]


def _information(state: HistoricalResolver) -> dict[str, str]:
    """Title and the like; what every program writes of itself does not count."""
    held = _dictionary(_resolved(state, state.trailer_view, "/Info"))
    told = {key: str(held[key]) for key in held if key not in _MACHINE}
    described = _resolved(state, state.root, "/Metadata")
    if isinstance(described, generic.StreamObject):
        told |= {f"XMP {one[1].decode()}": _words(one[2]) for one in _DUBLIN.finditer(described.data)}
    return told


def _resolved(state: HistoricalResolver, held: generic.DictionaryObject, key: str) -> object:
    """The value as it was in that revision, whichever reader the reference belongs to."""
    ref = _reference(held, key)
    return state.get_object(ref) if ref is not None else held.get(key)


def _words(markup: bytes) -> str:
    return " ".join(_TAG.sub(b" ", markup).decode("utf-8", "replace").split())


def _dictionary(value: object) -> generic.DictionaryObject:
    """The value, or an empty dictionary when it is something else."""
    return value if isinstance(value, generic.DictionaryObject) else generic.DictionaryObject()


def _active(state: HistoricalResolver) -> list[Reason]:
    root = state.root
    opened, names = _dictionary(root.get("/OpenAction")), _dictionary(root.get("/Names"))
    script = opened.get("/S") in ("/JavaScript", "/Launch") or "/JavaScript" in names or "/AA" in root
    return [reason("active_content")] if script else []


def _redrawn(states: Sequence[HistoricalResolver]) -> list[Reason]:
    """A form that asks readers to draw its fields anew after signing shows what nobody signed."""

    def asks(state: HistoricalResolver) -> bool:
        return bool(_dictionary(state.root.get("/AcroForm")).get("/NeedAppearances", False))

    return [reason("form_changed", "NeedAppearances")] if asks(states[-1]) and not asks(states[0]) else []
