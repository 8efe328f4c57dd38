"""Pictures that are too large, too many, broken; a programme that is missing, dies, hangs or talks nonsense."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.exchange import making, scanning

from chuan.exchange import scans
from chuan.exchange.scans import programme
from chuan.exchange.scans.heads import picture_of
from chuan.exchange.scans.turning import size_upright, upright
from chuan.exchange.scans.words import pages_seen
from chuan.rules.refusals import FileTooSlow, FileUnreadable, Refused, TextTooLong
from chuan.rules.refusals.scans import PictureTooLarge, ScanReaderMissing, ScanTooLong

PNG = making.png(8)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 30, 40) + b"\x01\x00\x00\x00"
)


def sized(width: int, height: int) -> bytes:
    return PNG[:16] + struct.pack(">II", width, height) + PNG[24:]


def ifds(count: int, *, ring: bool = False) -> bytes:
    out = b"II*\x00" + struct.pack("<I", 8)
    for number in range(count):
        following = 8 if ring else 8 + 30 * (number + 1) if number + 1 < count else 0
        out += struct.pack("<HHHIIHHIII", 2, 256, 4, 1, 10, 257, 4, 1, 10, following)
    return out


@pytest.mark.parametrize(
    ("data", "size"),
    [(PNG, (8, 8)), (JPEG, (40, 30)), (JPEG + b"junk" * 100, (40, 30)), (ifds(1), (10, 10))],
    ids=["png", "jpeg", "junk behind", "tiff"],
)
def test_heads_tell_the_size(data: bytes, size: tuple[int, int]):
    picture = picture_of(data, name="a", most_pages=3)
    assert picture is not None
    assert picture.pages == (size,)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (sized(20_000, 20_000), PictureTooLarge),
        (sized(30_000, 1), PictureTooLarge),
        (sized(0, 8), FileUnreadable),
        (sized(2**32 - 1, 2**32 - 1), PictureTooLarge),
        (PNG[:20], FileUnreadable),
        (PNG[:8] + b"\x00" * 40, FileUnreadable),
        (JPEG[:9], FileUnreadable),
        (b"\xff\xd8\xff\xda\x00\x08" + b"x" * 20, FileUnreadable),
        (b"\xff\xd8\xff\xe0\x00\x00" + b"x" * 20, FileUnreadable),
        (ifds(4), ScanTooLong),
        (ifds(2, ring=True), FileUnreadable),
        (b"II*\x00\xff\xff\xff\xff", FileUnreadable),
        (b"II*\x00\x08\x00\x00\x00\xff\xff", FileUnreadable),
    ],
)
def test_a_picture_is_refused_by_its_head_before_it_is_unpacked(data: bytes, refusal: type[Refused]):
    with pytest.raises(refusal) as caught:
        picture_of(data, name="a.png", most_pages=3)
    assert caught.value.sentence.endswith(".")


def test_what_is_no_picture_is_left_to_others():
    assert picture_of(b"%PDF-1.7", name="a", most_pages=3) is None


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """``stand_in(script)`` puts a shell script in tesseract's place; it names its version and languages."""

    def put(does: str, *, languages: str = "eng vie") -> None:
        script = tmp_path / "tesseract"
        script.write_text(
            f"#!/bin/sh\ncase $1 in --version) echo tesseract 5.9;; --list-langs) echo {languages};; *) {does};; esac"
        )
        script.chmod(0o755)
        monkeypatch.setenv("CHUAN_TESSERACT", str(script))
        programme.forget()

    yield put
    programme.forget()


@pytest.mark.parametrize(
    ("does", "refusal"),
    [
        ("kill -9 $$", FileUnreadable),
        ("exit 3", FileUnreadable),
        ("cat > /dev/null; while :; do :; done", FileTooSlow),
    ],
    ids=["killed", "gives up", "hangs"],
)
def test_a_programme_that_dies_or_hangs_hurts_only_the_file(stand_in, does: str, refusal: type[Refused]):
    stand_in(does)
    with pytest.raises(refusal):
        programme.run(PNG, name="a.png", seconds=1)


def test_a_programme_may_write_no_file_and_sees_nothing_of_our_surroundings(
    stand_in, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CHUAN_SECRET_KEY", "sesame")
    stand_in(f"cat > /dev/null; echo x > {tmp_path}/out 2> /dev/null; env")
    assert b"sesame" not in programme.run(PNG, name="a", seconds=5)
    assert not (tmp_path / "out").exists() or not (tmp_path / "out").read_bytes()


def test_without_vietnamese_letters_a_scan_is_refused_with_what_to_install(stand_in):
    stand_in("cat", languages="eng osd")
    assert (scans.installed(), scans.missing()) == ("5.9", "language")
    with pytest.raises(ScanReaderMissing, match="tesseract-ocr-vie"):
        scans.extract(PNG, name="a.png")


def test_without_the_programme_scans_are_refused_and_pages_with_letters_still_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("CHUAN_TESSERACT", str(tmp_path / "nowhere"))
    assert (scans.installed(), scans.missing()) == (None, "programme")
    with pytest.raises(ScanReaderMissing, match="bản Word"):
        scans.extract(making.scanned_pdf(), name="quet.pdf")
    mixed = scanning.pdf_of_pictures(
        tmp_path, PNG, "Chữ thật của trang hai, đủ dài để không bị coi là ảnh. " * 2
    )
    paper = scans.extract(mixed, name="quet.pdf")
    assert ("pictures" in paper.notes, paper.text.startswith("Chữ thật")) == (True, True)


def test_two_hundred_pages_are_refused_before_one_is_read(tmp_path: Path):
    with pytest.raises(ScanTooLong, match="200 trang ảnh"):
        scans.extract(scanning.pdf_of_pictures(tmp_path, *[PNG] * 200), name="quet.pdf")


def test_nonsense_from_the_programme_is_no_word():
    assert pages_seen(b"level\n\xff\xfe\t\n5\t1\tx", first=1, characters=100) == []


def table(*words: tuple[int, int, int, int, str, str]) -> bytes:
    rows = ["head", "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t"]
    rows += [
        f"5\t1\t1\t1\t1\t{n}\t{x}\t{y}\t{w}\t{h}\t{c}\t{t}" for n, (x, y, w, h, c, t) in enumerate(words)
    ]
    return "\n".join(rows).encode()


@pytest.mark.parametrize(
    ("places", "turns"),
    [
        ([(100, 50), (300, 50)], 0),
        ([(900, 100), (900, 300)], 3),
        ([(800, 1900), (600, 1900)], 2),
        ([(50, 1800), (50, 1600)], 1),
    ],
)
def test_which_way_up_is_told_by_how_words_follow_each_other(places: list[tuple[int, int]], turns: int):
    words = [(x, y, 60, 60, "91.5", word) for (x, y), word in zip(places, ("Kính", "gửi"), strict=True)]
    (seen,) = pages_seen(table(*words, (0, 0, 9, 9, "3.0", "~")), first=4, characters=100)
    assert (seen.page.number, seen.page.turns, seen.text) == (4, turns, "Kính gửi")
    assert [(one.sure, seen.text[one.start : one.end]) for one in seen.words] == [(91, "Kính"), (91, "gửi")]
    boxes = [upright(seen.page, one.box) for one in seen.words]
    assert boxes[0][0] < boxes[1][0]
    assert boxes[0][3] < size_upright(seen.page)[1] / 2


def test_more_letters_than_a_paper_may_have_are_refused():
    with pytest.raises(TextTooLong):
        pages_seen(table((0, 0, 9, 9, "99", "x" * 200)), first=1, characters=100)
