"""Files that cannot or must not be read are refused with a sentence that says what to do."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.exchange import making
from tests.exchange.making import bare_docx, ole_with, paragraph, png, zipped

from chuan.exchange.limits import Limits
from chuan.exchange.papers import extract
from chuan.rules.refusals import (
    FileBomb,
    FileEmpty,
    FileEncrypted,
    FileKindUnknown,
    FileNotWhatItSays,
    FileOldOffice,
    FileTooBig,
    FileUnreadable,
    Refused,
    TextTooLong,
)


def refused(data: bytes, name: str, **limits: int) -> Refused:
    with pytest.raises(Refused) as caught:
        extract(data, name=name, limits=Limits(**limits))
    assert "{" not in caught.value.sentence
    return caught.value


def test_an_empty_file() -> None:
    assert isinstance(refused(b"", "a.docx"), FileEmpty)


def test_two_hundred_megabytes() -> None:
    refusal = refused(bytes(200_000_000), "a.pdf")
    assert isinstance(refusal, FileTooBig)
    assert "200 MB" in refusal.sentence
    assert "20 MB" in refusal.sentence


def test_a_picture_renamed_to_word_names_both() -> None:
    refusal = refused(png(), "quyet-dinh.docx")
    assert isinstance(refusal, FileNotWhatItSays)
    assert ".docx" in refusal.sentence
    assert "ảnh PNG" in refusal.sentence


@pytest.mark.parametrize(
    ("data", "really"),
    [
        (b"\xff\xd8\xff\xe0" + bytes(20), "ảnh JPEG"),
        (b"BM" + bytes(60), "ảnh BMP"),
        (b"II*\x00" + bytes(20), "ảnh TIFF"),
        (b"{\\rtf1 }", "văn bản RTF"),
        (b"Rar!\x1a\x07", "tệp nén RAR"),
        (b"MZ" + bytes(60), "chương trình máy tính"),
        (b"\x00\x00\x00\x18ftypheic", "ảnh hoặc tệp đa phương tiện"),
        (zipped(a_dot_txt=b"x"), "tệp nén ZIP"),
        (zipped(ppt__presentation_dot_xml=b"x"), "bài trình chiếu"),
        (ole_with("PowerPoint Document"), "tệp Office kiểu cũ"),
        ("chữ".encode(), "văn bản thuần"),
    ],
)
def test_what_is_inside_is_named(data: bytes, really: str) -> None:
    refusal = refused(data, "a.pdf")
    assert isinstance(refusal, FileNotWhatItSays)
    assert refusal.really == really


@pytest.mark.parametrize("name", ["anh.png", "anh", ""])
def test_a_picture_that_says_so_is_a_kind_not_read(name: str) -> None:
    assert isinstance(refused(png(), name), FileKindUnknown)


def test_bytes_that_are_nothing_known() -> None:
    assert isinstance(refused(b"\x01\x00\x02\x00\x00\x03" * 50, "a.dat"), FileKindUnknown)
    assert isinstance(refused(b"\x01\x00\x02\x00\x00\x03" * 50, "a.docx"), FileUnreadable)


def test_a_spreadsheet_is_no_paper() -> None:
    assert isinstance(refused(zipped(xl__workbook_dot_xml=b"<x/>"), "a.xlsx"), FileKindUnknown)


@pytest.mark.parametrize(
    ("entry", "newer"), [("WordDocument", ".docx"), ("Workbook", ".xlsx"), ("Book", ".xlsx")]
)
def test_old_office_says_save_as(entry: str, newer: str) -> None:
    refusal = refused(ole_with(entry), "cu.doc")
    assert isinstance(refusal, FileOldOffice)
    assert newer in refusal.sentence


def test_office_behind_a_password() -> None:
    assert isinstance(refused(ole_with("EncryptedPackage"), "mat-khau.docx"), FileEncrypted)


def test_a_zip_whose_entries_are_locked() -> None:
    data = bytearray(bare_docx(paragraph("x")))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + flags] |= 1
    assert isinstance(refused(bytes(data), "a.docx"), FileEncrypted)


# Bombs


def test_a_bomb_by_ratio_is_refused_before_it_is_inflated() -> None:
    data = bare_docx(paragraph("x"), word__media__a_dot_bin=bytes(100_000_000))
    assert len(data) < 200_000
    assert isinstance(refused(data, "bom.docx"), FileBomb)


def test_a_bomb_by_total() -> None:
    data = bare_docx(paragraph("x"), a_dot_bin=bytes(1_000_000))
    assert isinstance(refused(data, "bom.docx", unpacked_bytes=500_000), FileBomb)
    assert extract(data, name="a.docx").text == "x"


def test_a_bomb_by_the_count_of_entries() -> None:
    out = io.BytesIO(bare_docx(paragraph("x")))
    with zipfile.ZipFile(out, "a") as archive:
        for at in range(5_001):
            archive.writestr(f"{at}", b"")
    assert isinstance(refused(out.getvalue(), "bom.docx"), FileBomb)


def test_one_part_larger_than_a_part_may_be() -> None:
    refusal = refused(bare_docx(paragraph("x" * 2_000)), "a.docx", part_bytes=1_000)
    assert isinstance(refusal, FileBomb)


def test_an_archive_that_lies_about_its_sizes_is_broken_not_inflated() -> None:
    data = bytearray(bare_docx(paragraph("chữ" * 1_000)))
    for signature, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + size
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert isinstance(refused(bytes(data), "a.docx"), FileUnreadable)


def test_a_zip_cut_short_is_broken() -> None:
    data = making.reference_docx()
    assert isinstance(refused(data[: len(data) // 2], "a.docx"), FileUnreadable)


# XML


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    "doctype",
    [
        LAUGHS,
        '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_never_resolved_nor_fetched(doctype: str) -> None:
    body = f"<w:document {making.W}><w:body>{paragraph('&i;')}</w:body></w:document>"
    data = zipped(word__document_dot_xml=(doctype + body).encode())
    assert isinstance(refused(data, "a.docx"), FileUnreadable)


def test_xml_nested_beyond_reason_is_broken_not_a_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5_000
    assert isinstance(refused(bare_docx(deep), "a.docx"), FileUnreadable)


def test_a_header_kept_outside_the_file_is_not_followed() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" '
        'Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    section = (
        '<w:sectPr xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:headerReference w:type="default" r:id="r1"/></w:sectPr>'
    )
    data = bare_docx(paragraph("x") + section, word___rels__document_dot_xml_dot_rels=relation.encode())
    assert extract(data, name="a.docx").text == "x"


@pytest.mark.parametrize("xml", [b"", b"<w:document/>", b"no xml", b"<a><b></a>"])
def test_a_word_file_with_nothing_of_word_inside_is_broken(xml: bytes) -> None:
    assert isinstance(refused(zipped(word__document_dot_xml=xml), "a.docx"), FileUnreadable)


# Novels


NOVEL = "Chữ nghĩa dài dòng. " * 20_001


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx"])
def test_a_novel_is_refused_in_every_format(name: str) -> None:
    data = {
        "a.html": f"<html><p>{NOVEL}".encode(),
        "a.docx": bare_docx(paragraph(NOVEL)),
    }.get(name, NOVEL.encode())
    refusal = refused(data, name)
    assert isinstance(refusal, TextTooLong)
    assert "400.000" in refusal.sentence


def test_a_novel_typeset_is_refused_too() -> None:
    refusal = refused(making.pdf_of(NOVEL[:30_000]), "a.pdf", characters=20_000)
    assert isinstance(refusal, TextTooLong)
