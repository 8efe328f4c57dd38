"""What a clerk reads first, and which signatures are only numbers and dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chuan.exchange.signatures.places import draws_image
from chuan.exchange.signatures.report import Kind, Reason, SignatureFound, Verdict

_KINDS = {Kind.PERSON: "Người ký", Kind.AGENCY: "Cơ quan, tổ chức ký", Kind.UNKNOWN: "Chữ ký của"}


def mark_widgets(found: Sequence[SignatureFound], fields: Mapping[str, Any]) -> list[SignatureFound]:
    """Mark the further signatures of one certificate that only write a number, a day, a month.

    Of several signatures by the same certificate the one that shows a picture is the signature or the
    seal (without any picture: the largest); the others are fields of text.
    """
    groups: dict[str, list[SignatureFound]] = defaultdict(list)
    for one in found:
        if one.certificate:
            groups[one.certificate.sha256].append(one)
    mere: set[str] = set()
    for group in groups.values():
        if len(group) > 1:
            main = max(group, key=lambda one: (_pictured(one, fields), _area(one)))
            mere |= {one.field for one in group if one is not main and not _pictured(one, fields)}
            mere |= {one.field for one in group if one is not main and _text_shaped(one)}
    return [replace(one, is_widget_only=True) if one.field in mere else one for one in found]


def _pictured(one: SignatureFound, fields: Mapping[str, Any]) -> bool:
    return (
        one.box is not None
        and one.field in fields
        and draws_image(fields[one.field])
        and not _text_shaped(one)
    )


def _text_shaped(one: SignatureFound) -> bool:
    """Lower than a line or two of text: no seal is (36 mm across, about 100 points)."""
    return one.box is None or one.box[3] - one.box[1] < 40


def _area(one: SignatureFound) -> float:
    return (one.box[2] - one.box[0]) * (one.box[3] - one.box[1]) if one.box else 0.0


def sentences_of(signatures: Sequence[SignatureFound], reasons: Sequence[Reason]) -> tuple[str, ...]:
    """The document's own findings, then one line per signer (widgets of number and date left out)."""
    return tuple(dict.fromkeys(_lines(signatures, reasons)))


def _lines(signatures: Sequence[SignatureFound], reasons: Sequence[Reason]) -> Iterator[str]:
    yield from (one.sentence for one in reasons if one.verdict != Verdict.PASSED)
    told = {one.code for one in reasons}
    for one in signatures:
        heavy = [why for why in one.reasons if why.verdict == one.verdict and why.code not in told]
        if not heavy or (one.is_widget_only and one.verdict != Verdict.FAILED):
            continue
        said = " ".join(why.sentence for why in heavy[:3])
        yield f"{_KINDS[one.kind]} {one.signer or one.field}: {said}"
    yield from (one.sentence for one in reasons if one.verdict == Verdict.PASSED)
