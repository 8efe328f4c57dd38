"""A secret in a file of its own: made once, for its owner only, refused when others may read it or it is damaged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chuan.files import house_key
from chuan.files.key_files import BYTES, KeyUnsafe, beside_seals, secret_of
from chuan.petitions import keyed
from chuan.rules.refusals.sealing import SealKeysUnsafe


def fresh() -> bytes:
    return b"a" * BYTES


def test_the_first_who_asks_makes_it_and_everybody_after_reads_the_same(tmp_path: Path):
    file = tmp_path / "moi" / "khoa"
    assert secret_of(file, fresh) == b"a" * BYTES
    assert secret_of(file, lambda: b"b" * BYTES) == b"a" * BYTES
    assert [one.name for one in file.parent.iterdir()] == ["khoa"]
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="rights of files are told otherwise there")
def test_one_that_others_may_read_is_not_used(tmp_path: Path):
    file = tmp_path / "khoa"
    secret_of(file, fresh)
    file.chmod(0o640)
    with pytest.raises(KeyUnsafe):
        secret_of(file, fresh)


def test_a_damaged_one_is_not_used_and_not_written_over(tmp_path: Path):
    file = tmp_path / "khoa"
    file.write_bytes(b"ngan")
    file.chmod(0o600)
    with pytest.raises(KeyUnsafe):
        secret_of(file, fresh)
    assert file.read_bytes() == b"ngan"


def test_of_two_that_make_one_at_once_the_first_stands(tmp_path: Path):
    file = tmp_path / "khoa"

    def slow() -> bytes:
        secret_of(file, fresh)
        return b"b" * BYTES

    assert secret_of(file, slow) == b"a" * BYTES


def test_both_keys_lie_beside_those_of_sealed_files_and_each_room_refuses_in_its_own_words(
    settings: pytest.FixtureRequest, tmp_path: Path
):
    settings.SEAL_KEYS = str(tmp_path / "seal_keys")  # type: ignore[attr-defined]
    assert beside_seals("x") == tmp_path / "x"
    assert {house_key.path().parent, keyed.path().parent} == {tmp_path}
    assert keyed.exact("thu", "a") == keyed.exact("thu", "a")
    assert house_key.is_of(house_key.public_key(), house_key.sign(b"tep"), b"tep")
    for one in (house_key.path(), keyed.path()):
        one.write_bytes(b"hong")
        one.chmod(0o600)
    with pytest.raises(SealKeysUnsafe):
        keyed.exact("thu", "a")
    assert house_key.known_fingerprint() == ""
