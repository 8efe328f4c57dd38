"""Nothing done to a file after its last signature lets it pass."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfTimeStamper

from chuan.exchange.signatures import Verdict
from chuan.rules.refusals import Refused
from tests.signatures.attacks import AFTER, in_place, prepared_shadow, prepared_shadow_beside_title
from tests.signatures.conftest import Check, Signed
from tests.signatures.papers import paper
from tests.signing.authority import Authority
from tests.signing.responders import time_stamper


def verdict(checked: Check, data: bytes) -> str:
    try:
        return checked(data).verdict
    except Refused as refused:
        return refused.code


NOT_PASSED = {Verdict.FAILED, Verdict.INDETERMINATE, "file_unreadable", "file_kind_unknown"}
WITH_EVIDENCE = (
    "isa_contents", "isa_unlisted_whole", "sneaky_field", "free_text", "evidence_with_contents", "redraw_fields",
    "blank_after", "comment_after", "title",
)  # fmt: skip
CERTIFIED = ("free_text", "stamp", "link", "new_text_field", "sneaky_field", "replace_field_both")
ONLY_DOUBTED = {"title", "blank_after", "same_object_again"}
"""Nothing that a page shows has changed: indeterminate is enough."""


@pytest.mark.parametrize("name", ["one", "two", "lasting", "certified"])
def test_what_is_attacked_passes_before(checked: Check, signed: Signed, name: str):
    assert checked(getattr(signed, name)).verdict == Verdict.PASSED


@pytest.mark.parametrize("attack", AFTER)
def test_an_attack_after_one_signature_fails(checked: Check, signed: Signed, attack: str):
    said = verdict(checked, AFTER[attack](signed.one))
    assert said in NOT_PASSED
    assert said == Verdict.FAILED or attack in ONLY_DOUBTED | {"half", "cut"}


@pytest.mark.parametrize(
    "attack", [name for name in AFTER if not name.startswith(("usf", "prev", "isa", "garbage"))]
)
def test_an_attack_after_two_signatures_does_not_pass(checked: Check, signed: Signed, attack: str):
    assert verdict(checked, AFTER[attack](signed.two)) in NOT_PASSED


@pytest.mark.parametrize("attack", WITH_EVIDENCE)
def test_an_attack_after_long_term_evidence_does_not_pass(checked: Check, signed: Signed, attack: str):
    assert verdict(checked, AFTER[attack](signed.lasting)) in NOT_PASSED


@pytest.mark.parametrize("attack", CERTIFIED)
def test_a_certified_paper_takes_no_annotation_and_no_field(checked: Check, signed: Signed, attack: str):
    assert verdict(checked, AFTER[attack](signed.certified)) == Verdict.FAILED


def test_a_double_hidden_in_the_signed_bytes_cannot_be_brought_out(checked: Check, signed: Signed):
    for attack in (prepared_shadow, prepared_shadow_beside_title):
        assert checked(attack(signed.double)).verdict == Verdict.FAILED


def test_the_first_signature_broken_under_a_sound_second(checked: Check, signed: Signed):
    found = checked(in_place(b"1.000.000", b"9.000.000")(signed.two))
    assert [one.verdict for one in found.signatures] == [Verdict.FAILED, Verdict.FAILED]
    assert all("altered" in {why.code for why in one.reasons} for one in found.signatures)


def test_a_visible_time_stamp_over_the_page_is_no_evidence(
    checked: Check, signed: Signed, authority: Authority
):
    """Anybody gets a time stamp without a certificate of their own: it must not draw anything."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.one))
    append_signature_field(writer, SigFieldSpec("stamp", box=(72, 600, 400, 700)))
    stamper = PdfTimeStamper(time_stamper(authority), field_name="stamp")
    stamped = stamper.timestamp_pdf(writer, "sha256").getvalue()
    assert checked(stamped).verdict == Verdict.FAILED


def test_an_invisible_time_stamp_is_evidence(checked: Check, signed: Signed, authority: Authority):
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.one))
    stamped = PdfTimeStamper(time_stamper(authority)).timestamp_pdf(writer, "sha256").getvalue()
    assert checked(stamped).verdict == Verdict.PASSED


def test_only_a_time_stamp_is_no_signature(checked: Check, authority: Authority):
    writer = IncrementalPdfFileWriter(io.BytesIO(paper()))
    stamped = PdfTimeStamper(time_stamper(authority)).timestamp_pdf(writer, "sha256").getvalue()
    found = checked(stamped)
    assert (found.verdict, found.signatures) == (Verdict.FAILED, ())
    assert "no_signature" in {one.code for one in found.reasons}


@pytest.mark.shared
def test_no_published_attack_passes(checked: Check, shared: Path):
    files = sorted((shared / "data" / "signed-pdf" / "attacks").glob("*.pdf"))
    assert len(files) >= 9
    assert {checked(one.read_bytes()).verdict for one in files} == {Verdict.FAILED}
