"""Nothing is lost: read, as JSON, written, read again; whatever senders put in and wherever."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chuan.exchange.edxml import (
    Attachment,
    Changes,
    Kind,
    Packet,
    Receiver,
    from_json,
    read,
    remarks_of,
    to_json,
    write,
)
from chuan.exchange.edxml.elements import QCVN, Element
from chuan.rules.refusals.edxml import EdxmlDescriptionWrong
from tests.edxml.making import announced, carried, document, here, text, zipped

QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def through(packet: Packet) -> Packet:
    """As JSON text, written, read."""
    return here(write(from_json(json.loads(json.dumps(to_json(packet))))))


def same(packet: Packet) -> bool:
    """Whether it comes back whole: what it says, what was remarked, and the very zips that files came in."""
    back = through(packet)
    zips = [
        (mine.packed, theirs.packed)
        for mine, theirs in zip(packet.attachments, back.attachments, strict=True)
    ]
    return (
        back == packet
        and back.remarks == packet.remarks
        and all(not mine or mine == theirs for mine, theirs in zips)
    )


ODD = {
    "an unknown element": text(message="<La thuoc='1'>chữ <b>đậm</b> nữa</La>"),
    "a repeated element": text(message="<Subject>Một</Subject><Subject>Hai</Subject>"),
    "an empty one first": text(message="<Subject/><Subject>Hai</Subject><Code/><Code><La/></Code>"),
    "an attribute of a text": text(message="<Subject xml:lang='vi' a='\"&#10;'>Một</Subject><Email/>"),
    "a list with strangers": text(message="<ToPlaces b='2'><Place a='1'>VT</Place><La/></ToPlaces><ToPlaces/>"),
    "a list of strangers only": text(message="<ToPlaces><La/></ToPlaces><ToPlaces><Place>VT</Place></ToPlaces>"),
    "a text where parts belong": text(message="<Code>12/QĐ</Code><DocumentType>chữ</DocumentType>"),
    "parts where a text belongs": text(message="<ResponseFor><Code><CodeNumber>1</CodeNumber></Code></ResponseFor>"),
    "stray text": text(message="lạc<Subject>Một</Subject>lối", traces="đâu"),
    "a foreign namespace": text(message="<x:La xmlns:x='urn:x' x:a='1'><x:Trong/><b xmlns=''/></x:La>"),
    "an old namespace": text(message="<Author><Function>Chủ tịch</Function></Author>", namespace="http://www.e-doc.vn/Schema/"),
    "no namespace": text(message="<La/><Subject>Một</Subject>", namespace=""),
    "two businesses": text(traces="<Bussiness><Paper>1</Paper></Bussiness><Business><Paper>0</Paper></Business>"),
    "two headers": text().replace("<edXMLHeader>", "<edXMLHeader/><edXMLHeader>"),
    "containers twice": text().replace(
        "<edXMLBody><edXMLManifest></edXMLManifest></edXMLBody>",
        f"<edXMLBody/><edXMLBody><edXMLManifest/><edXMLManifest>{announced()}</edXMLManifest></edXMLBody>",
    ),
    "attributes of containers": text().replace("<TraceHeaderList>", "<TraceHeaderList id='7' version='2' actor='x'>"),
    "links in the manifest": text(references="<Reference xmlns:x='http://www.w3.org/1999/xlink' x:href='cid:1'/>"),
    "two signatures": text(header="<Signature><a/></Signature><Signature><b/></Signature>"),
    "a status": text(message="<StatusCode>02</StatusCode><La/><StaffInfo/>"),
    "broken base64": text(attachments=carried(b"abc").replace("YWJj", "YW\n@")),
    "a broken zip": text(attachments=carried(b"PK\x03\x04 hong")),
    "a zip of several": text(attachments=carried(zipped(a__txt=b"1", b__txt=b"2"))),
    "an attachment without bytes": text(attachments="<Attachment><La/></Attachment>"),
    "the same id twice": text(references=announced() * 2, attachments=carried(b"1") + carried(b"2")),
    "an undeclared prefix": text(message="<la:La la:a='1'>x</la:La><edXML:Subject>Một</edXML:Subject>"),
    "carriage returns": text(message="<Subject>Một&#13;&#10;Hai</Subject>"),
    "blanks around": text(message="<Subject>  Một  </Subject><Content>  </Content>"),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_nothing_is_lost_of(what: str):
    assert same(here(ODD[what]))


TEXTS = st.text(
    st.characters(
        blacklist_categories=("Cs",), blacklist_characters=[*map(chr, range(32)), "\ufffe", "\uffff"]
    ),
    max_size=20,
).map(lambda text: text if text.strip() else "")
NAMES = st.sampled_from(["La", "Subject", "To", "Code", "Place", "OrganId", "ToPlaces", "Bussiness", "Email"])
TREES = st.recursive(
    st.builds(lambda tag, text: Element(tag, content=(text,) if text else ()), NAMES, TEXTS),
    lambda inner: st.builds(
        lambda tag, content: Element(tag, content=tuple(content)), NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=8,
)


@QUICK
@given(
    subject=TEXTS, place=TEXTS, places=st.lists(TEXTS, max_size=3), content=st.binary(max_size=50), name=TEXTS
)
def test_whatever_is_written_reads_back(
    subject: str, place: str, places: list[str], content: bytes, name: str
):
    packet = document(subject=subject, due=place, places=tuple(places))
    attachment = replace(packet.attachments[0], content=content, name=name)
    packet = replace(packet, attachments=(attachment,))
    packet = replace(packet, remarks=remarks_of(packet))
    assert here(write(packet)) == packet


@QUICK
@given(st.lists(TREES, max_size=4))
def test_whatever_stands_in_a_header_is_kept(trees: list[Element]):
    from chuan.exchange.edxml.spelling import spelled

    inner = "".join(spelled(tree).decode().split("\n", 1)[1] for tree in trees)
    assert same(here(text(message=inner, traces=inner)))


@QUICK
@given(st.binary(max_size=60))
def test_no_bytes_crash_the_reader(data: bytes):
    from chuan.rules.refusals import Refused

    for raw in (data, text().encode()[:100] + data, text(attachments=carried(data)).encode()):
        try:
            here(raw)
        except Refused:
            continue


def test_all_parts_of_an_update_come_back():
    receivers = (Receiver(type="0", organ_id="H27.1"), Receiver(type="1", organ_id="H27.2"))
    packet = document()
    assert packet.business is not None
    business = replace(
        packet.business, type="2", reason="Sửa", document_id="H27.31.5,2021/10/01,11/BC-UBND",
        changes=Changes(document="1", receiver="1", receivers=receivers),
    )  # fmt: skip
    assert same(
        replace(packet, kind=Kind.UPDATE, business=business, attachments=here(write(packet)).attachments)
    )


def test_json_is_short_and_speaks_plainly():
    said = to_json(document())
    assert said["kind"] == "new"
    assert said["document"]["sender"]["id"] == "H27.31.5"
    assert "website" not in said["document"]["sender"]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ([], "đầu tệp"),
        ({"kind": "khác"}, "kind"),
        ({"la": 1}, "la"),
        ({"document": {"subject": 5}}, "document.subject"),
        ({"document": {"receivers": {}}}, "document.receivers"),
        ({"document": {"receivers": [{"ma": "x"}]}}, "document.receivers[0].ma"),
        ({"attachments": [{"content": "@"}]}, "attachments[0].content"),
        ({"attachments": [{"broken": "x"}]}, "attachments[0].broken"),
        ({"strays": [{"attributes": [["a"]]}]}, "strays[0].attributes[0]"),
    ],
)
def test_a_wrong_description_is_refused_at_its_place(said: object, where: str):
    with pytest.raises(EdxmlDescriptionWrong) as refused:
        from_json(said)
    assert where in refused.value.sentence


def test_a_description_without_end_is_refused():
    deep: dict[str, object] = {"tag": "a"}
    for _ in range(200):
        deep = {"tag": "a", "content": [deep]}
    with pytest.raises(EdxmlDescriptionWrong):
        from_json({"document": {"extra": [deep]}})


def test_names_in_json_cannot_smuggle_markup():
    from chuan.rules.refusals.edxml import EdxmlLetters

    with pytest.raises(EdxmlLetters):
        write(document(extra=(Element("a><b", QCVN),)))


@pytest.mark.shared
def test_every_real_packet_is_read_whole_and_comes_back_the_same(shared: Path):
    paths = sorted((shared / "data" / "edxml").glob("*/*.edxml"))
    assert len(paths) >= 12
    for path in paths:
        packet = here(path.read_bytes())
        assert same(packet), path.name
        assert from_json(to_json(packet)) == packet, path.name
        assert here(write(packet, zip_attachments=False)) == packet, path.name
        assert not any(attachment.broken for attachment in packet.attachments), path.name
        assert {one.code for one in packet.remarks} == REAL[path.stem][1], path.name
        assert (packet.kind.value, len(packet.attachments)) == REAL[path.stem][0], path.name


KIT = {"document_id_differs", "signature_untrusted"}
GATEWAY = {"organ_code_unknown", "missing", "document_id_form"}
REAL: dict[str, tuple[tuple[str, int], set[str]]] = {
    "edoc_new": (("new", 1), {*KIT, "organ_code_unknown", "date_impossible"}),
    "edoc_revocation": (("revocation", 1), {*KIT, "missing"}),
    "edoc_update": (("update", 1), {*KIT, "date_impossible"}),
    "gateway_1": (("new", 3), GATEWAY),
    "gateway_2": (("new", 1), {*GATEWAY, "kind_missing"}),
} | {
    f"status_{name}": (("status", 0), set())
    for name in (
        "acceptance_03", "assignment_04", "change-acceptance_15", "change-rejection_16", "finish_06", "inbox_01",
        "rejection_02",
    )
}  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize("name", ["edoc_new", "gateway_2"])
def test_a_real_packet_is_the_same_out_of_the_bounded_process(shared: Path, name: str):
    path = shared / "data" / "edxml" / "document" / f"{name}.edxml"
    packet = read(path.read_bytes(), name=path.name)
    assert packet == here(path.read_bytes())
    assert packet.attachments[0].packed == here(path.read_bytes()).attachments[0].packed


@pytest.mark.shared
def test_a_real_status_says_which_document_and_what_became_of_it(shared: Path):
    packet = read(
        (shared / "data/edxml/status/status_finish_06.edxml").read_bytes(), name="status_finish_06.edxml"
    )
    assert packet.status is not None
    assert packet.status.code == "06"
    assert packet.status.response_for.document_id == "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT"
    assert packet.status.sender.name == "UBND Tỉnh Nghệ An"
    assert packet.status.staff is not None


def test_an_attachment_that_was_packed_keeps_its_own_zip():
    data = zipped(abc__txt=b"x")
    attachment: Attachment = through(here(text(attachments=carried(data)))).attachments[0]
    assert attachment.packed == data
