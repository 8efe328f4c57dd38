"""Sealed bytes open whole, with the right key, or not at all."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chuan.files import sealing
from chuan.files.actions import path_of
from chuan.files.keyrings import FileKeyRing
from chuan.files.models import SealedFile
from chuan.rules.refusals.sealing import SealBroken, SealKeyMissing, SealKeysUnsafe

pytestmark = pytest.mark.django_db
NAME = "đơn tố cáo ông A.pdf"
PIECE = sealing.PIECE + 16
NOW = datetime(2026, 7, 6, 2, tzinfo=UTC)


@pytest.fixture
def ring(tmp_path: Path) -> FileKeyRing:
    return FileKeyRing(tmp_path / "keys" / "seal_keys")


def kept(ring: FileKeyRing, data: bytes, name: str = NAME) -> SealedFile:
    with sealing.Sealer(ring, name=name) as sealer:
        for at in range(0, len(data), 10_000):
            sealer.feed(data[at : at + 10_000])
        return sealing.keep(sealer.finish())


def opened(sealed: SealedFile, ring: FileKeyRing) -> tuple[str, bytes]:
    name, pieces = sealing.opened(sealed, ring)
    return name, b"".join(pieces)


def change(sealed: SealedFile, how) -> None:
    path = path_of(sealed.blob.digest)
    head, body = path.read_bytes()[: sealing._HEAD], path.read_bytes()[sealing._HEAD :]
    pieces = [body[at : at + PIECE] for at in range(0, len(body), PIECE)]
    path.write_bytes(head + b"".join(how(pieces)))


@pytest.mark.parametrize("size", [0, 1, 65_500, sealing.PIECE - 2 - len(NAME.encode()), 65_536, 200_000])
def test_bytes_and_name_come_back_whatever_the_length(ring: FileKeyRing, size: int):
    data = bytes(range(256)) * (size // 256 + 1)
    sealed = kept(ring, data[:size])
    assert opened(sealed, ring) == (NAME, data[:size])
    assert sealed.size == size


def test_two_sealings_of_the_same_bytes_have_nothing_in_common(ring: FileKeyRing):
    assert kept(ring, b"x" * 100).blob_id != kept(ring, b"x" * 100).blob_id


@pytest.mark.parametrize(
    "how",
    [
        lambda pieces: [*pieces[:-1], pieces[-1][:-1] + bytes([pieces[-1][-1] ^ 1])],
        lambda pieces: pieces[:-1],
        lambda pieces: [*pieces[:-1], pieces[-1][:-5]],
        lambda pieces: [pieces[1], pieces[0], *pieces[2:]],
        lambda pieces: [pieces[0], *pieces],
        lambda pieces: [*pieces, pieces[-1]],
        lambda pieces: pieces[1:],
        lambda pieces: [],
    ],
    ids=["one bit", "last piece lost", "cut", "two swapped", "one twice", "more", "first lost", "all lost"],
)
def test_a_file_that_was_touched_does_not_open(ring: FileKeyRing, how):
    sealed = kept(ring, b"x" * 200_000)
    change(sealed, how)
    with pytest.raises(SealBroken):
        opened(sealed, ring)


def test_a_piece_of_another_file_does_not_open(ring: FileKeyRing):
    sealed, other = kept(ring, b"x" * 200_000), kept(ring, b"y" * 200_000)
    body = path_of(other.blob.digest).read_bytes()[sealing._HEAD :]
    change(sealed, lambda pieces: [body[:PIECE], *pieces[1:]])
    with pytest.raises(SealBroken):
        opened(sealed, ring)


def test_another_ring_or_another_files_key_opens_nothing(ring: FileKeyRing, tmp_path: Path):
    sealed, other = kept(ring, b"x"), kept(ring, b"y")
    stranger = FileKeyRing(tmp_path / "other")
    stranger.rotate()
    with pytest.raises(SealKeyMissing, match=sealed.key_id):
        opened(sealed, stranger)
    sealed.wrapped_key = other.wrapped_key
    with pytest.raises(SealBroken):
        opened(sealed, ring)


def test_bytes_that_are_gone_are_said_to_be_broken(ring: FileKeyRing):
    sealed = kept(ring, b"x")
    path_of(sealed.blob.digest).unlink()
    with pytest.raises(SealBroken):
        opened(sealed, ring)


def test_keys_turn_over_and_old_files_still_open_and_can_be_put_under_the_new_key(ring: FileKeyRing):
    sealed = kept(ring, b"x" * 10)
    fresh = ring.rotate()
    assert (opened(sealed, ring)[1], sealed.key_id != fresh) == (b"x" * 10, True)
    sealing.rewrap(sealed, ring)
    sealed.refresh_from_db()
    assert (opened(sealed, ring)[1], sealed.key_id) == (b"x" * 10, fresh)


def test_keys_lie_in_no_row_and_only_the_owner_reads_their_file(ring: FileKeyRing):
    kept(ring, b"x")
    assert ring.path.stat().st_mode & 0o077 == 0
    assert ring.path.read_text().split()[1] not in repr(ring)
    ring.path.chmod(0o644)
    with pytest.raises(SealKeysUnsafe):
        ring.names()


@pytest.mark.parametrize("text", ["k1", "k1 !!!", "k1 YWJj", "k1 a b"])
def test_a_file_that_holds_no_keys_is_refused(ring: FileKeyRing, text: str):
    ring.path.parent.mkdir()
    ring.path.write_text(text)
    ring.path.chmod(0o600)
    with pytest.raises(SealKeysUnsafe):
        ring.names()


def test_half_a_file_is_thrown_away(ring: FileKeyRing, settings):
    with sealing.Sealer(ring, name="a") as sealer:
        sealer.feed(b"x" * 100_000)
    assert list((Path(settings.FILES_DIR) / "sealing").iterdir()) == []


def test_a_destroyed_file_is_gone_with_its_key(ring: FileKeyRing, django_capture_on_commit_callbacks):
    sealed = kept(ring, b"x" * 200_000)
    path = path_of(sealed.blob.digest)
    with django_capture_on_commit_callbacks(execute=True):
        sealing.destroy(sealed, at=NOW)
        assert path.exists(), "bytes go when the row is gone for good, not before"
    assert not path.exists()
    assert not SealedFile.objects.exists()


def test_what_killed_processes_left_is_swept_after_a_day(ring: FileKeyRing, settings):
    folder = Path(settings.FILES_DIR) / "sealing"
    folder.mkdir(parents=True)
    old, young = folder / "old", folder / "young"
    for one, age in ((old, 25), (young, 23)):
        one.write_bytes(b"half")
        os.utime(one, (NOW.timestamp() - age * 3600,) * 2)
    destroyed = kept(ring, b"y")
    sealing.destroy(destroyed, at=NOW)  # the process dies before its bytes go
    assert sealing.left_over(at=NOW) == 1
    assert sealing.sweep(at=NOW) == 2
    assert [one.name for one in folder.iterdir()] == ["young"]
    assert not path_of(destroyed.blob.digest).exists()
    assert sealing.sweep(at=NOW) == 0
