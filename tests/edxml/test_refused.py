"""Bad packets: each is refused or reported in a sentence that says what to do; nothing crashes, nothing is guessed."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pytest

from chuan.exchange.edxml import EDXML, Broken, check_size, read
from chuan.exchange.edxml.elements import MOST_DEPTH, MOST_ELEMENTS
from chuan.exchange.edxml.transfers import MOST
from chuan.rules.refusals import FileBomb, FileEmpty, Refused
from chuan.rules.refusals.edxml import (
    EdxmlAttachmentsTooBig,
    EdxmlAttachmentsTooMany,
    EdxmlDeclaresType,
    EdxmlEnvelopes,
    EdxmlTooBig,
    EdxmlTooDeep,
    NotEdxml,
)
from tests.edxml.making import announced, carried, codes_of, here, text, zipped

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE edXML [<!ENTITY l0 "ha">{LAUGHS}]>' + text(
    message="<Subject>&l9;</Subject>"
)
OUTSIDE = '<!DOCTYPE edXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + text(
    message="<Subject>&x;</Subject>"
)


@pytest.mark.parametrize(
    "data", [BOMB, OUTSIDE, '<!DOCTYPE edXML SYSTEM "http://nowhere.invalid/a.dtd">' + text()]
)
def test_a_declared_type_is_refused_before_any_entity_exists(data: str):
    with pytest.raises(EdxmlDeclaresType) as refused:
        read(data.encode(), name="tan-cong.edxml")
    assert "tan-cong.edxml" in refused.value.sentence


def test_a_declared_type_is_refused_in_utf_16_too():
    with pytest.raises(EdxmlDeclaresType):
        here(BOMB.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"))


def test_an_entity_without_a_declaration_is_no_xml():
    with pytest.raises(NotEdxml):
        here(text(message="<Subject>&la;</Subject>"))


def test_two_hundred_megabytes_are_refused_by_size_alone():
    with pytest.raises(EdxmlTooBig) as refused:
        check_size(200_000_000)
    assert "200 MB" in refused.value.sentence
    with pytest.raises(EdxmlTooBig):
        read(b"<" * (EDXML.file_bytes + 1), name="to.edxml")


@pytest.mark.parametrize("data", [b"", b"   \n"])
def test_an_empty_file_is_refused(data: bytes):
    with pytest.raises(FileEmpty):
        read(data, name="rong.edxml")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"khong phai xml",
        b"\x00\x01\x02\x03",
        b"<edXML>",
        text().encode()[:-30],
        b"<html><body/></html>",
        b"<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'/>",
        b"<edXML xmlns='urn:khac'><edXMLEnvelope/></edXML>",
        text().replace("<edXML ", "<edXML:edXML ", 1).encode(),
        b'<?xml version="1.0" encoding="x-khong-co"?><edXML/>',
    ],
)
def test_what_is_no_packet_is_refused_whatever_its_name(data: bytes):
    with pytest.raises(NotEdxml):
        here(data)


def test_a_refusal_names_the_file():
    with pytest.raises(NotEdxml) as refused:
        read(b"%PDF-1.7 ...", name="mang-ten-goi-tin.edxml")
    assert "mang-ten-goi-tin.edxml" in refused.value.sentence


def test_a_wrong_ending_keeps_no_packet_out_but_is_told():
    assert "name_ending" in codes_of(read(text().encode(), name="goi-tin.pdf"))


def test_two_envelopes_are_refused():
    whole = text()
    envelope = whole[whole.index("<edXMLEnvelope>") : whole.index("<AttachmentEncoded>")]
    with pytest.raises(EdxmlEnvelopes) as refused:
        read(whole.replace(envelope, envelope * 2).encode(), name="hai.edxml")
    assert "2 phong bì" in refused.value.sentence


def test_too_deep_is_refused():
    with pytest.raises(EdxmlTooDeep):
        read(text(message="<a>" * MOST_DEPTH + "</a>" * MOST_DEPTH).encode(), name="sau.edxml")


def test_a_hundred_thousand_levels_are_refused_as_well():
    with pytest.raises(EdxmlTooDeep):
        here(text(message="<a>" * 100_000 + "</a>" * 100_000))


def test_too_many_elements_are_refused():
    with pytest.raises(EdxmlTooDeep):
        here(text(message="<To/>" * MOST_ELEMENTS))


def test_too_many_attributes_are_refused():
    with pytest.raises(EdxmlTooDeep):
        here(text(message="<To " + " ".join(f"a{n}='1'" for n in range(MOST_ELEMENTS)) + "/>"))


def test_as_many_elements_as_allowed_are_read_in_time():
    packet = read(text(message="<To/>" * (MOST_ELEMENTS - 100)).encode(), name="nhieu.edxml")
    assert packet.document is not None
    assert len(packet.document.receivers) == MOST_ELEMENTS - 100


def test_too_many_attachments_are_refused():
    with pytest.raises(EdxmlAttachmentsTooMany):
        read(text(attachments="<Attachment/>" * (MOST + 1)).encode(), name="nhieu.edxml")


def test_a_zip_bomb_is_refused():
    with pytest.raises(FileBomb):
        read(text(attachments=carried(zipped(a__txt=b"\0" * 40_000_000))).encode(), name="bom.edxml")


def test_attachments_that_unpack_to_too_much_are_refused_one_by_one_and_together():
    small = replace(EDXML, unpacked_bytes=1_000_000)
    one = carried(zipped(a__txt=b"x" * 1_100_000))
    several = "".join(carried(b"x" * 300_000, content_id=f"cid:{n}") for n in range(4))
    for attachments in (one, several):
        with pytest.raises(EdxmlAttachmentsTooBig) as refused:
            read(text(attachments=attachments).encode(), name="to.edxml", limits=small)
        assert "1 MB" in refused.value.sentence


def test_a_zip_that_lies_about_its_size_is_told_not_believed():
    data = zipped(a__txt=b"x" * 1000)
    size = (1000).to_bytes(4, "little")
    lying = data.replace(size, (10).to_bytes(4, "little"))
    packet = here(text(attachments=carried(lying)))
    assert packet.attachments[0].broken is Broken.ZIP


def test_a_zip_behind_a_password_is_kept_and_told():
    data = bytearray(zipped(a__txt=b"x"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    packet = here(text(attachments=carried(bytes(data))))
    assert packet.attachments[0].broken is Broken.LOCKED


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_base64_cut_short_is_told_and_kept(cut: int):
    whole = text(attachments=carried(b"mot hai ba bon"))
    packet = here(whole.replace("</ContentTransferEncoded>", "@" * cut + "</ContentTransferEncoded>"))
    assert packet.attachments[0].broken is Broken.BASE64
    assert packet.attachments[0].transfer.endswith("@" * cut)
    assert packet.attachments[0].content == b""
    assert "attachment_broken" in codes_of(packet)


def test_base64_in_lines_is_read():
    packet = here(text(attachments=carried(b"mot hai ba").replace("bW90", "bW90\n   ")))
    assert packet.attachments[0].content == b"mot hai ba"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x", "x"),
        ("..\\..\\x.exe", "x.exe"),
        ("/etc/passwd", "passwd"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("..", "tep-dinh-kem"),
        ("", "tep-dinh-kem"),
        (".htaccess", "htaccess"),
        ("a\nb:c?.pdf", "a_b_c_.pdf"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
        ("Quyết định số 12.pdf", "Quyết định số 12.pdf"),
    ],
)
def test_a_name_never_leaves_its_folder(name: str, safe: str):
    attachment = here(text(attachments=carried(b"x", name=name.replace("\n", "&#10;")))).attachments[0]
    assert attachment.name == name
    assert attachment.safe_name == safe


def test_a_dangerous_name_is_told():
    assert "attachment_name" in codes_of(here(text(attachments=carried(b"x", name="../../x"))))


def test_one_id_for_two_attachments_is_told_and_both_are_kept():
    packet = here(text(references=announced() * 2, attachments=carried(b"1") + carried(b"2")))
    assert [one.content for one in packet.attachments] == [b"1", b"2"]
    assert "content_id_twice" in codes_of(packet)


def test_no_attachment_is_told():
    assert "attachments_none" in codes_of(here(text()))


def test_announced_and_sent_are_compared():
    assert "attachment_absent" in codes_of(here(text(references=announced())))
    assert "attachment_unannounced" in codes_of(here(text(attachments=carried(b"x"))))


def test_every_refusal_says_what_to_do():
    for refusal in Refused.__subclasses__():
        if refusal.__module__.endswith(".edxml"):
            assert refusal.do[0].isupper()
            assert refusal.do.endswith(".")


def test_a_directory_entry_in_a_zip_is_no_second_file():
    data = zipped(a__txt=b"x")
    import io

    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.mkdir("thu-muc")
    packet = here(text(attachments=carried(out.getvalue())))
    assert packet.attachments[0].content == b"x"
