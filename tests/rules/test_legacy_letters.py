"""Letters of the time before Unicode become Unicode; Unicode stays as it is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.legacy_letters import Code, code_of_font, converted, decode, encode, recognised
from chuan.rules.vietnamese.letters import LOWER

REFERENCE = (Path(__file__).parents[2] / "examples" / "bac-hong-2021" / "quyet-dinh.md").read_text("utf-8")
LETTERS = list(LOWER[3:])
SYLLABLES = st.lists(
    st.sampled_from(["Căn", "cứ", "Luật", "Tổ", "chức", "quyền", "địa", "ngày", "hành", "Ủy", "phường", "về", "việc"]),
    min_size=8, max_size=30,
).map(" ".join)  # fmt: skip


def test_every_small_letter_goes_there_and_back_in_both_codes():
    for letter in LETTERS:
        for code in Code:
            assert decode(encode(letter, code), code) == letter, (letter, code)


def test_every_capital_goes_there_and_back_in_vni():
    for letter in LETTERS:
        assert decode(encode(letter.upper(), Code.VNI), Code.VNI) == letter.upper()


@pytest.mark.parametrize(
    ("old", "code", "new"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", Code.TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("QUYÕT §ÞNH", Code.TCVN3, "QUYẾT ĐỊNH"),
        ("Tæ d©n phè, Uû ban", Code.TCVN3, "Tổ dân phố, Uỷ ban"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", Code.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP, Aùnh", Code.VNI, "ĐỘC LẬP, Ánh"),
    ],
)
def test_words_as_offices_wrote_them(old: str, code: Code, new: str):
    assert decode(old, code) == new


@pytest.mark.parametrize("code", list(Code))
def test_a_whole_decision_is_recognised_and_comes_back_letter_for_letter(code: Code):
    change = converted(encode(REFERENCE, code))
    assert change is not None
    assert (change.recognised.code, change.recognised.percent > 95) == (code, True)
    assert change.text == REFERENCE


def test_unicode_is_never_touched_composed_or_not():
    assert recognised(REFERENCE) is None
    assert recognised(unicodedata.normalize("NFD", REFERENCE)) is None


@given(SYLLABLES)
@settings(max_examples=40)
def test_converting_twice_changes_nothing_more(text: str):
    for code in Code:
        change = converted(encode(text, code))
        once = change.text if change else text
        assert converted(once) is None


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_no_text_breaks_it_and_offsets_stay_inside(text: str):
    change = converted(text)
    if change is not None:
        assert all(0 <= change.at(place) <= len(change.text) for place in range(len(text) + 1))


@pytest.mark.parametrize(
    "text",
    [
        "Le garçon où été à l'école, déjà où là où même où, où ça",
        "Jeder müsse Öl süß für können möchten schön über größer Bäume Häuser",
        "El niño pequeño señor mañana año español corazón también aquí según él",
        "hoà bình, toà án, xoá bỏ, hoá, có, và, là, toàn, tôi, mà, nhà, hoàn, loá, goá",
        "±5 °C, 10 µm, § 3, ®, © 2021, 1 ¼, «a», 2 × 3",
    ],
)
def test_other_languages_and_signs_are_left_alone(text: str):
    assert converted(text) is None


def test_lines_that_are_unicode_stay_beside_lines_that_are_old():
    old = encode(REFERENCE[:600], Code.TCVN3)
    change = converted(f"Được thêm vào sau: có và là\n{old}")
    assert change is not None
    assert change.text == f"Được thêm vào sau: có và là\n{REFERENCE[:600]}"


def test_offsets_follow_letters_that_grew_together():
    old = encode("Điều một. " + REFERENCE[:400], Code.VNI)
    change = converted(old)
    assert change is not None
    for word in ("một", "2021", "Luật"):
        assert change.at(old.index(encode(word, Code.VNI))) == change.text.index(word)


@pytest.mark.parametrize(
    ("font", "known"),
    [
        (".VnTime", (Code.TCVN3, False)), (".VnTimeH", (Code.TCVN3, True)), ("ABCDEF+.VnArialH", (Code.TCVN3, True)),
        (".vnarial narrowh", (Code.TCVN3, True)), ("VNI-Times", (Code.VNI, False)), ("Times", None), ("", None),
    ],
)  # fmt: skip
def test_fonts_tell_the_code_and_whether_small_letters_look_like_capitals(font: str, known: object):
    assert code_of_font(font) == known
