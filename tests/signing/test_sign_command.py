"""``chuan sign FILE``: shows what will be signed, asks, asks for the PIN on the terminal, writes a new file."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

import pytest

from chuan import cli
from chuan.exchange.signing import PERSON, Level, fields_of, level_of
from tests.signing import device
from tests.signing.authority import Authority
from tests.signing.draft import draft, paper, signed, words

pytest.importorskip("pkcs11", reason="python-pkcs11 không có: thiết bị ký KHÔNG được kiểm")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quyet-dinh.pdf"
    path.write_bytes(draft())
    return path


@pytest.fixture
def terminal(monkeypatch):
    """Somebody at the terminal: ``answers`` to questions, ``pins`` typed blindly."""

    class Terminal:
        answers: list[str] = ["có"]
        pins: list[str] = [device.PIN]
        asked: list[str] = []

    terminal = Terminal()
    terminal.answers, terminal.pins, terminal.asked = ["có"], [device.PIN], []
    monkeypatch.setattr(
        "builtins.input", lambda text="": terminal.asked.append(text) or terminal.answers.pop(0)
    )
    monkeypatch.setattr(
        getpass, "getpass", lambda text="": terminal.asked.append(text) or terminal.pins.pop(0)
    )
    return terminal


def run(module: str, *arguments: str) -> int:
    return cli.main(["sign", *arguments, "--module", module, "--token", "chu-tich"])


def test_a_file_is_signed_into_a_new_file(module: str, file: Path, terminal, capsys):
    assert run(module, str(file)) == 0
    out = file.with_name("quyet-dinh-da-ky.pdf")
    assert out.read_bytes().startswith(draft())
    assert fields_of(out.read_bytes())[PERSON]
    assert file.read_bytes() == draft()
    assert "Đã ký mức B-B" in capsys.readouterr().out


def test_what_will_be_signed_is_shown_before_the_question_and_the_pin_comes_last(
    module: str, file: Path, terminal, capsys, monkeypatch
):
    shown: list[str] = []
    monkeypatch.setattr("builtins.input", lambda text="": shown.append(capsys.readouterr().out) or "có")
    assert run(module, str(file)) == 0
    assert hashlib.sha256(draft()).hexdigest() in shown[0]
    assert "Người Ký" in shown[0]
    assert terminal.asked == ["Mã PIN của thiết bị chu-tich: "]


@pytest.mark.parametrize("answer", ["không", "", "n", "thôi"])
def test_without_a_yes_nothing_is_signed_and_no_pin_is_asked(module, file, terminal, capsys, answer: str):
    terminal.answers = [answer]
    assert run(module, str(file)) == 1
    assert not file.with_name("quyet-dinh-da-ky.pdf").exists()
    assert len(terminal.asked) == 1
    assert "Chưa ký gì" in capsys.readouterr().out


def test_the_end_of_input_is_a_no(module: str, file: Path, terminal, monkeypatch):
    def ended(_: str = "") -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    assert run(module, str(file)) == 1


def test_a_wrong_pin_is_one_sentence_and_leaves_no_file(module: str, file: Path, terminal, capsys):
    terminal.pins = [device.WRONG_PIN]
    assert run(module, str(file)) == 2
    said = capsys.readouterr()
    assert "PIN không đúng" in said.err
    assert device.WRONG_PIN not in said.err + said.out
    assert [one.name for one in file.parent.glob("*.*")] == ["quyet-dinh.pdf"]


def test_with_services_the_level_wanted_is_reached(
    module: str, file: Path, terminal, trust: Authority, tmp_path
):
    anchor, out = tmp_path / "goc.cer", tmp_path / "ra.pdf"
    anchor.write_bytes(trust.root.der)
    services = ["--tsa", f"{trust.url}/tsa", "--allow", trust.url, "--anchor", str(anchor)]
    assert run(module, str(file), "--level", "B-LTA", *services, "--out", str(out)) == 0
    assert level_of(out.read_bytes()) is Level.LTA


def test_a_level_that_is_not_reached_is_told(module: str, file: Path, terminal, capsys):
    assert run(module, str(file), "--level", "B-T") == 0
    assert "Chưa có dấu thời gian" in capsys.readouterr().out


def test_a_place_and_an_appearance_of_ones_own(module: str, tmp_path: Path, terminal):
    path, look = tmp_path / "a.pdf", tmp_path / "hinh.pdf"
    path.write_bytes(paper())
    look.write_bytes(words("Đã ký"))
    assert run(module, str(path), "--box", "1,300,100,450,160", "--appearance", str(look)) == 0
    assert fields_of((tmp_path / "a-da-ky.pdf").read_bytes()) == {PERSON: True}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--field", "khac"], "không có ô ký “khac”"),
        (["--box", "1,2"], "không có ô ký"),
        (["--box", "một,2,3,4,5"], "không có ô ký"),
        (["--box", "9,10,10,60,40", "--field", "moi"], "ngoài trang 9"),
        (["--certificate", "99"], "không có chứng thư số phù hợp"),
        (["--appearance", "khong-co.pdf"], "Không thấy tệp"),
    ],
)
def test_bad_requests_are_sentences(
    module: str, file: Path, terminal, capsys, arguments: list[str], said: str
):
    assert run(module, str(file), *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_signed_file_is_not_signed_over(module: str, tmp_path: Path, terminal, capsys, trust: Authority):
    path = tmp_path / "a.pdf"
    path.write_bytes(signed(draft(), "chairman", PERSON, trust=trust).pdf)
    assert run(module, str(path)) == 2
    assert "đã có chữ ký" in capsys.readouterr().err


def test_no_file_and_a_missing_file(module: str, terminal, capsys):
    assert run(module) == 2
    assert run(module, "khong-co.pdf") == 2
    assert "Không thấy tệp khong-co.pdf" in capsys.readouterr().err


def test_the_certificates_of_a_device_are_listed(module: str, capsys):
    assert cli.main(["sign", "--list", "--module", module, "--token", "van-thu"]) == 0
    said = capsys.readouterr().out
    assert "Người Dùng RSA" in said
    assert "Trần Thị Văn Phòng" in said
    assert "hết hạn 31/12/2049" in said


def test_the_pin_is_no_argument(module: str):
    with pytest.raises(SystemExit):
        cli.main(["sign", "a.pdf", "--module", module, "--pin", "1"])
