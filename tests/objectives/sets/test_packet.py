"""The file for the level above: whole, changed, of another house, of another version; no database."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chuan.cli import main
from chuan.files.house_key import fingerprint
from chuan.objectives.sets.packet import Code, Sent, check, packed, schema
from chuan.objectives.sets.packet_refusals import PacketUnreadable
from chuan.rules.figure_sets import FigureLines
from chuan.rules.json_shape import SchemaUnknown, faults
from tests.objectives.sets.made import EMPTY, FIGURE, HEAD, TARGET, a_set

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
SENT = Sent((Code("gso", "18115", "2004-01-01", ""),), "2021-12-01T03:00:00Z", "chuan 0.1.0")


def a_file(lines: FigureLines | None = None) -> bytes:
    return packed(lines or a_set(), SENT, public=PUBLIC, mark=KEY.sign)


def rewritten(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with something changed inside, written as the house writes."""
    told = json.loads(a_file())
    change(told)
    return (json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def test_a_whole_file_says_whose_it_is_and_what_the_mark_means() -> None:
    verdict = check(a_file(), asked=fingerprint(PUBLIC)[:9])
    assert verdict.ok
    said = " ".join(verdict.sentences)
    assert "UBND phường Bắc Hồng" in said
    assert a_set().digest in said
    assert fingerprint(PUBLIC) in said
    assert "không phải chữ ký số" in said
    assert "2 số đo, 1 chưa có số liệu" in said
    assert "MINH HỌA" not in said
    shown = check(a_file(a_set(head=replace(HEAD, illustrative=True))))
    assert shown.ok
    assert any("MINH HỌA" in one for one in shown.sentences)


def test_one_byte_changed_anywhere_is_told() -> None:
    data = a_file()
    for at in range(0, len(data), 7):
        other = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        try:
            verdict = check(other)
        except PacketUnreadable:
            continue
        assert not verdict.ok, (at, data[at - 20 : at + 20])
    assert not check(data + b"\n").ok


def test_a_changed_figure_is_told_in_a_clear_sentence() -> None:
    verdict = check(a_file().replace(b'"numerator": "1240"', b'"numerator": "1250"'))
    said = " ".join(verdict.sentences)
    assert "đã bị sửa sau khi đơn vị xuất" in said
    assert "KHÔNG dùng được" in said


def test_sums_are_counted_again_even_where_the_mark_is_right() -> None:
    wrong = replace(TARGET, numerator="1280")
    said = " ".join(check(a_file(a_set(wrong, EMPTY))).sentences)
    assert "Chỉ tiêu 1 Hồ sơ đúng hạn: cộng các kỳ không ra kết quả" in said
    worst = replace(FIGURE, uid=FIGURE.uid[:-1] + "8", numerator="9", end="2021-02-01")
    assert check(a_file(a_set(replace(TARGET, combine="each", figures=(worst, FIGURE)), EMPTY))).ok


def test_a_file_marked_by_another_house_does_not_pass_for_ours() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    theirs = packed(a_set(), SENT, public=other.public_key().public_bytes_raw(), mark=other.sign)
    assert check(theirs).ok
    assert "khác vân tay" in " ".join(check(theirs, asked=fingerprint(PUBLIC)).sentences)
    assert not check(a_file(), asked="6A3").ok
    swapped = packed(a_set(), SENT, public=PUBLIC, mark=other.sign)
    assert "Dấu của đơn vị không khớp" in " ".join(check(swapped).sentences)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK\x03\x04", b"[]", b"{}", "tài liệu".encode(), b'{"format": 3}', b"[" * 100_000, b'{"a": NaN}',
        b"\xff\xfe",
    ],
    ids=range(9),
)  # fmt: skip
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(PacketUnreadable):
        check(data)


def test_a_file_of_an_older_pattern_is_named() -> None:
    with pytest.raises(PacketUnreadable) as refused:
        check(rewritten(lambda told: told.update(format="chuan-figures/0")))
    assert "chuan-figures/0" in refused.value.sentence
    assert "chuan-figures/1" in refused.value.sentence


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda told: told["signed"].pop("sums"), "$.signed.sums"),
        (lambda told: told["signed"]["set"].update(by="Ông A"), "$.signed.set.by"),
        (lambda told: told["signed"]["targets"][0].update(numerator=1240), "$.signed.targets[0].numerator"),
        (
            lambda told: told["signed"]["targets"][0]["figures"][0].update(grade="E"),
            "$.signed.targets[0].figures[0].grade",
        ),
        (lambda told: told["signed"]["targets"].clear(), "$.signed.targets"),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_file_that_departs_from_the_schema_says_where(
    change: Callable[[dict[str, Any]], object], place: str
) -> None:
    verdict = check(rewritten(change))
    assert place in verdict.sentences[0]


def test_the_schema_itself_is_understood_and_nothing_in_the_file_names_a_person() -> None:
    assert list(faults(json.loads(a_file()), schema())) == []
    names = set(schema()["$defs"]["figure"]["properties"]) | set(schema()["$defs"]["set"]["properties"])
    assert not names & {"by", "owner", "official", "reason", "evidence", "note"}
    with pytest.raises(SchemaUnknown):
        list(faults({}, {"anyOf": []}))


def test_the_command_verifies_without_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "a.json", tmp_path / "b.json"
    good.write_bytes(a_file())
    bad.write_bytes(a_file().replace(b"1284", b"1285"))
    assert main(["figures", "verify", str(good)]) == 0
    assert "Tệp nguyên vẹn" in capsys.readouterr().out
    assert main(["figures", "verify", str(bad)]) == 2
    assert "KHÔNG dùng được" in capsys.readouterr().err
    (tmp_path / "c.json").write_bytes(b"gi do")
    assert main(["figures", "verify", str(tmp_path / "c.json")]) == 2
