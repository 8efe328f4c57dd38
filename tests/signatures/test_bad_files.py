"""Broken, hostile or simply unsigned files: a refusal or a verdict, in time, never a traceback."""

from __future__ import annotations

import io
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pypdf import PdfReader, PdfWriter

from chuan.exchange.signatures import LIMITS, SignatureReport, Trust, Verdict
from chuan.rules.refusals import FileEmpty, FileEncrypted, FileKindUnknown, FileUnreadable, Refused
from tests.signatures.conftest import Check, Signed
from tests.signatures.papers import OBJECTS, gap_of, paper, stream, updated


def test_an_unsigned_paper_fails_and_its_pictures_are_named(checked: Check):
    found = checked(paper())
    assert found.verdict == Verdict.FAILED
    assert not found.signatures
    assert found.sentences == (
        "Tệp không có chữ ký số nào.",
        "Trong tệp có hình ảnh; hình ảnh chữ ký, con dấu không phải chữ ký số.",
    )


def test_without_a_picture_only_the_missing_signature_is_said(checked: Check):
    bare = {1: b"<</Type/Catalog/Pages 2 0 R>>", **{n: OBJECTS[n] for n in (2, 4, 5, 9)},
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            6: b"null", 7: b"null", 8: b"null", 10: b"null"}  # fmt: skip
    assert [one.code for one in checked(paper(dict(sorted(bare.items())))).reasons] == ["no_signature"]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", FileEmpty),
        (b"   \n", FileEmpty),
        (b"PK\x03\x04 not a pdf", FileKindUnknown),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", FileKindUnknown),
        (b"%PDF-1.7\n", FileUnreadable),
        (b"%PDF-1.7\n" + b"\0" * 5000, FileUnreadable),
        (b"%PDF-1.7\nstartxref\n9\n%%EOF\n", FileUnreadable),
    ],
)
def test_what_is_no_paper_is_refused(checked: Check, data: bytes, refusal: type[Refused]):
    with pytest.raises(refusal):
        checked(data)


def test_a_password_is_refused(checked: Check):
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(paper()))), io.BytesIO()
    writer.encrypt("mat khau", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(FileEncrypted):
        checked(out.getvalue())


def test_a_form_that_contains_itself(checked: Check):
    objects = OBJECTS | {6: b"<</Fields[7 0 R]>>", 7: b"<</FT/Sig/T(a)/Kids[7 0 R]>>"}
    assert checked(paper(objects)).verdict == Verdict.FAILED


def test_pages_that_contain_themselves(checked: Check, signed: Signed):
    objects = OBJECTS | {2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>"}
    assert checked(paper(objects)).verdict == Verdict.FAILED
    assert checked(updated(signed.one, {2: objects[2]})).verdict == Verdict.FAILED


def test_two_fields_of_one_name(checked: Check):
    field = b"<</FT/Sig/T(a)/V<</Type/Sig/SubFilter/ETSI.CAdES.detached>>>>"
    objects = OBJECTS | {6: b"<</Fields[7 0 R 8 0 R]>>", 7: field, 8: field}
    assert checked(paper(objects)).verdict == Verdict.FAILED


@pytest.mark.parametrize(
    "value", [b"null", b"0", b"(a)", b"[]", b"/a", b"<<>>", b"99 0 R", b"7 0 R", b"1 0 R"]
)
def test_a_field_whose_value_is_anything(checked: Check, value: bytes):
    objects = OBJECTS | {7: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(a)/Rect[0 0 9 9]/V " + value + b">>"}
    assert checked(paper(objects)).verdict == Verdict.FAILED


@pytest.mark.parametrize("fields", [b"null", b"0", b"7 0 R", b"[null]", b"[7]", b"[99 0 R]", b"[[[7 0 R]]]"])
def test_a_form_of_anything(checked: Check, fields: bytes):
    assert checked(paper(OBJECTS | {6: b"<</Fields " + fields + b">>"})).verdict == Verdict.FAILED


def test_thousands_of_nested_arrays(checked: Check):
    data = paper(OBJECTS | {9: b"[" * 50_000 + b"]" * 50_000})
    with suppress(FileUnreadable):
        assert checked(data).verdict == Verdict.FAILED


def test_thousands_of_pages_take_no_long(checked: Check):
    many = dict.fromkeys(range(11, 6_011), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
    kids = b" ".join(b"%d 0 R" % n for n in many)
    objects = OBJECTS | {2: b"<</Type/Pages/Kids[%s]/Count 6000>>" % kids} | many
    started = time.monotonic()
    assert checked(paper(objects)).verdict == Verdict.FAILED
    assert time.monotonic() - started < LIMITS.seconds / 2


def test_a_stream_that_unpacks_to_very_much(checked: Check, signed: Signed):
    bomb = zlib.compress(zlib.compress(b"\0" * 60_000_000))
    packed = stream(bomb, b"/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]")
    assert checked(updated(signed.one, {4: packed})).verdict == Verdict.FAILED


def outcome(checked: Check, data: bytes) -> str:
    try:
        return checked(data, trust=TRUST[0]).verdict
    except (FileUnreadable, FileKindUnknown, FileEncrypted, FileEmpty) as refused:
        return refused.code


TRUST: list[Trust] = []


@pytest.fixture(autouse=True)
def _trusted(trust: Trust) -> None:
    TRUST[:] = [trust]


FUZZ = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@FUZZ
@given(
    place=some.floats(0, 1, exclude_max=True),
    flip=some.integers(1, 255),
    name=some.sampled_from(["one", "two"]),
)
def test_no_flipped_byte_passes(checked: Check, signed: Signed, place: float, flip: int, name: str):
    data = bytearray(getattr(signed, name))
    start, stop = gap_of(bytes(data))
    at = int(place * (len(data) - (stop - start)))
    data[at if at <= start else at + stop - start - 1] ^= flip
    assert outcome(checked, bytes(data)) != Verdict.PASSED


@FUZZ
@given(place=some.floats(0, 1, exclude_max=True), digit=some.sampled_from(b"0123456789abcdef"))
def test_no_digit_of_the_signature_makes_a_traceback(
    checked: Check, signed: Signed, place: float, digit: int
):
    """It may pass: a certificate beside the signer's, or the stamp's, can be spoilt without spoiling the proof."""
    data = bytearray(signed.one)
    start, stop = gap_of(signed.one)
    data[start + 1 + int(place * (stop - start - 2))] = digit
    assert outcome(checked, bytes(data)) in set(Verdict) | {"file_unreadable"}


@FUZZ
@given(start=some.floats(0, 1), length=some.integers(1, 400), put=some.binary(max_size=40))
def test_nothing_cut_out_or_put_in_passes(
    checked: Check, signed: Signed, start: float, length: int, put: bytes
):
    data, at = signed.one, int(start * len(signed.one))
    other = data[:at] + put + data[at + length :]
    assert other == data or outcome(checked, other) != Verdict.PASSED


@FUZZ
@given(tail=some.binary(min_size=1, max_size=60))
def test_nothing_appended_passes(checked: Check, signed: Signed, tail: bytes):
    assert outcome(checked, signed.one + tail) != Verdict.PASSED


@pytest.mark.shared
def test_government_papers_are_intact_and_unproved(checked: Check, shared: Path):
    files = sorted((shared / "data" / "signed-pdf" / "government").glob("*.pdf"))
    assert files
    for one in files:
        found = checked(one.read_bytes(), trust=Trust())
        assert (found.verdict, found.intact) == (Verdict.INDETERMINATE, True), (one.name, found.reasons)
        assert isinstance(found, SignatureReport)
        if one.name.startswith("hanoi"):
            assert sum(mere.is_widget_only for mere in found.signatures) == 3
