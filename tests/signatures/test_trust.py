"""What an office gives as trust: any file of certificates, lists and answers, told by content."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from chuan.exchange.signatures import Kind, Trust
from chuan.exchange.signatures.signers import signer_of
from chuan.rules.refusals import AnchorUnreadable
from tests.signing import authority as making
from tests.signing.authority import Authority


def test_files_are_told_by_content_and_names_do_not_count(authority: Authority, tmp_path: Path):
    both = b"".join(one.certificate.public_bytes(Encoding.PEM) for one in (authority.root, authority.issuing))
    (tmp_path / "a.txt").write_bytes(both)
    (tmp_path / "b").write_bytes(authority.crl("issuing"))
    (tmp_path / "c").write_bytes(authority.ocsps("chairman")[0])
    (tmp_path / ".ẩn").write_bytes(b"khong doc")
    found = Trust.from_folder(tmp_path)
    assert found.anchors == (authority.root.der,)
    assert found.intermediates == (authority.issuing.der,)
    assert (len(found.crls), len(found.ocsps)) == (1, 1)


def test_the_top_of_what_was_given_is_the_anchor(authority: Authority):
    found = Trust.from_files([("cap duoi.cer", authority.issuing.der)])
    assert found.anchors == (authority.issuing.der,)


@pytest.mark.parametrize(
    "data", [b"", b"abc", b"\x30\x03\x02\x01\x05", b"-----BEGIN CERTIFICATE-----\nabc\n"]
)
def test_a_file_that_is_nothing_of_the_kind_is_named(data: bytes):
    with pytest.raises(AnchorUnreadable, match="la\\.cer"):
        Trust.from_files([("la.cer", data)])


def test_the_digest_tells_what_was_trusted_whatever_the_order():
    one, two = Trust(anchors=(b"a", b"b"), crls=(b"c",)), Trust(anchors=(b"b", b"a"), crls=(b"c",))
    assert one.digest == two.digest
    assert one.digest != Trust(anchors=(b"a", b"b", b"c")).digest
    assert Trust.from_json(one.to_json()) == one
    assert Trust().digest == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG LĨNH", Kind.AGENCY),
        ("UBND phường Bắc Hồng Lĩnh", Kind.AGENCY),
        ("Văn phòng Đăng ký đất đai", Kind.AGENCY),
        ("Trường Tiểu học số 1", Kind.AGENCY),
        ("Trương Việt Dũng", Kind.PERSON),
        ("Phương Thị Xa", Kind.PERSON),
        ("Sở Nội vụ", Kind.AGENCY),
        ("Nguyễn Văn A", Kind.PERSON),
        ("Signing service 3", Kind.UNKNOWN),
    ],
)
def test_person_or_agency_by_the_name(name: str, kind: Kind):
    certificate = making._issue(name, None).asn1
    assert signer_of(certificate)[:2] == (kind, name)
