"""`chuan check-signature`: one verdict, one line per signer; JSON for machines; a sentence for what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from chuan.cli import main
from tests.signatures.papers import paper
from tests.signing.authority import Authority
from tests.signing.signed import sign


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def signed(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ky") / "quyết định.pdf"
    path.write_bytes(sign(paper(), trust=authority, level="B-LT"))
    return path


@pytest.fixture(scope="module")
def trusted(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an office would keep it: PEM and DER, a list."""
    folder = tmp_path_factory.mktemp("tin-cay")
    (folder / "goc.pem").write_bytes(authority.root.certificate.public_bytes(Encoding.PEM))
    (folder / "cap-duoi.cer").write_bytes(authority.issuing.der)
    for number, one in enumerate(authority.crls()):
        (folder / f"{number}.crl").write_bytes(one)
    return folder


def test_without_trust_it_is_intact_and_undecided(signed: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check-signature", str(signed)]) == 1
    said = capsys.readouterr().out
    assert "Kết luận: CHƯA KẾT LUẬN ĐƯỢC" in said
    assert "chưa xác minh được chứng thư số vì đơn vị chưa khai báo chứng thư gốc tin cậy" in said
    assert "Người Ký (ô person, trang 1)" in said


def test_with_the_folder_of_trust_it_is_proved(
    signed: Path, trusted: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["check-signature", str(signed), "--trust", str(trusted), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["verdict"] == "passed"
    (one,) = said["signatures"]
    assert {"signer", "time", "level", "verdict", "coverage", "reasons"} <= set(one)
    assert (one["signer"], one["level"], one["verdict"], one["coverage"]) == (
        "Người Ký", "B-LT", "passed", "whole_revision",
    )  # fmt: skip
    assert one["time"].endswith("+00:00")


def test_a_single_file_may_be_the_trust(signed: Path, trusted: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check-signature", str(signed), "--trust", str(trusted / "goc.pem")]) == 0
    assert "HỢP LỆ" in capsys.readouterr().out


def test_another_day_gives_another_answer(signed: Path, trusted: Path, capsys: pytest.CaptureFixture[str]):
    given = ["check-signature", str(signed), "--trust", str(trusted), "--json", "--at"]
    assert main([*given, "01/01/2060"]) == 1
    assert json.loads(capsys.readouterr().out)["verdict"] == "indeterminate"
    assert main([*given, "2040-01-31"]) == 0
    assert json.loads(capsys.readouterr().out)["checked_at"] == "2040-01-31T23:59:59+07:00"


def test_a_changed_file_fails(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    other = tmp_path / "sua.pdf"
    other.write_bytes(signed.read_bytes().replace(b"1.000.000", b"9.000.000"))
    assert main(["check-signature", str(other)]) == 1
    assert "KHÔNG HỢP LỆ" in capsys.readouterr().out


def test_an_unsigned_file_says_that_a_picture_is_no_signature(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    bare = tmp_path / "anh.pdf"
    bare.write_bytes(paper())
    assert main(["check-signature", str(bare)]) == 1
    assert "hình ảnh chữ ký, con dấu không phải chữ ký số" in capsys.readouterr().out


def test_what_is_refused_is_one_sentence_and_in_json_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    other = tmp_path / "khac.txt"
    other.write_text("không phải PDF")
    assert main(["check-signature", str(other)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1
    assert main(["check-signature", str(other), "--json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["verdict"], said["signatures"], said["refused"]) == ("failed", [], "file_kind_unknown")


@pytest.mark.parametrize("typed", ["32/01/2021", "hôm qua", "2021-13-01"])
def test_a_day_that_is_none(signed: Path, typed: str, capsys: pytest.CaptureFixture[str]):
    assert main(["check-signature", str(signed), "--at", typed]) == 2
    assert typed in capsys.readouterr().err


def test_trust_that_is_none(signed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "ghi chú.txt").write_text("mật khẩu ở ngăn kéo")
    assert main(["check-signature", str(signed), "--trust", str(tmp_path)]) == 2
    assert "ghi chú.txt" in capsys.readouterr().err
    assert main(["check-signature", str(signed), "--trust", str(tmp_path), "--json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["verdict"], said["refused"]) == ("indeterminate", "anchor_unreadable"), (
        "the paper was not judged"
    )
    assert main(["check-signature", str(signed), "--trust", str(tmp_path / "không có")]) == 2
    assert main(["check-signature", str(tmp_path / "không có.pdf")]) == 2
    assert main(["check-signature", str(tmp_path)]) == 2
