"""Letters sent again are found without names or sentences, and counted once (law.md, T-29)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from chuan.law.petitions import value
from chuan.rules.petitions import LIKENESS_NAMES, Letter, Likeness, counted_once, repeats_of, word_runs
from chuan.rules.petitions.repeats import likeness, shared

SAME, ALIKE = Fraction(3, 5), Fraction(4, 5)
TEXT = "Đường vào tổ dân phố 3 bị ngập mỗi khi mưa lớn, đề nghị phường cho nạo vét rãnh thoát nước"
OTHER = "Xin xác nhận tình trạng đất của gia đình tôi tại thửa số 12 để làm thủ tục chuyển nhượng"


def letter(code: str, sender: str = "", text: str = TEXT, day: int = 1) -> Letter:
    senders = frozenset({sender} - {""})
    return Letter(code, date(2026, 8, day), senders, word_runs(text))


def codes(found: Letter, *held: Letter) -> list[tuple[str, Likeness]]:
    return [(one.code, one.likeness) for one in repeats_of(found, held, same=SAME, alike=ALIKE)]


def test_marks_case_and_punctuation_make_no_difference():
    assert word_runs("Đường, vào TỔ dân phố!") == word_runs("duong vao to dan pho")


def test_a_short_text_is_one_run_and_an_empty_one_none():
    assert word_runs("Cây đổ") == {"cay do"}
    assert word_runs(" .,! ") == frozenset()
    assert shared(frozenset(), frozenset()) == 0


def test_one_misspelt_word_spoils_three_runs_not_the_letter():
    one, other = word_runs(TEXT), word_runs(TEXT.replace("ngập", "nghập"))
    assert len(one - other) == 3
    assert shared(one, other) > SAME


def test_the_same_sender_with_the_same_text_sent_it_again():
    assert codes(letter("B", "k1"), letter("A", "k1")) == [("A", Likeness.RESENT)]


def test_another_sender_with_the_same_text_is_the_same_content():
    assert codes(letter("B", "k2"), letter("A", "k1")) == [("A", Likeness.SAME_CONTENT)]


def test_an_anonymous_letter_is_never_the_same_sender():
    assert codes(letter("B"), letter("A")) == [("A", Likeness.SAME_CONTENT)]
    assert codes(letter("B", text=OTHER), letter("A")) == []


def test_the_same_sender_about_something_else_is_only_pointed_at():
    assert codes(letter("B", "k1", OTHER), letter("A", "k1")) == [("A", Likeness.SAME_SENDER)]


def test_the_most_alike_comes_first_and_a_letter_is_not_its_own_repeat():
    new = letter("D", "k1")
    held = letter("A", "k1", OTHER), letter("B", "k9"), letter("C", "k1"), new
    assert [code for code, _ in codes(new, *held)] == ["C", "B", "A"]


def test_one_key_of_several_is_enough_to_know_a_sender():
    """A sender has a key for name and birth and one for the telephone."""
    one = Letter("A", date(2026, 8, 1), frozenset({"name", "phone"}), word_runs(TEXT))
    other = Letter("B", date(2026, 8, 2), frozenset({"phone"}), word_runs(TEXT))
    found = likeness(one, other, same=SAME, alike=ALIKE)
    assert found
    assert (found.likeness, found.share) == (Likeness.RESENT, 1)


def test_letters_of_one_content_are_one_case_the_earliest_first():
    letters = [
        letter("C", "k3", day=3),
        letter("X", "k1", OTHER, 2),
        letter("A", "k1", day=1),
        letter("B", "k1", day=2),
    ]
    assert counted_once(letters, same=SAME, alike=ALIKE) == (("A", "B", "C"), ("X",))


def test_a_letter_that_is_like_two_cases_joins_them():
    half = Letter("C", date(2026, 8, 3), frozenset(), frozenset("abcdefgh"))
    one = Letter("A", date(2026, 8, 1), frozenset(), frozenset("abcdefghi"))
    other = Letter("B", date(2026, 8, 2), frozenset(), frozenset("abcdefghjk"))
    assert likeness(one, other, same=SAME, alike=ALIKE) is None
    assert counted_once([half, one, other], same=SAME, alike=ALIKE) == (("A", "B", "C"),)


def test_the_shares_are_settings_of_the_house_that_say_so():
    for key, share in (("repeats.same", SAME), ("repeats.alike", ALIKE)):
        found = value(key, date(2026, 8, 1))
        assert found
        assert Fraction(found.value) == share
        assert found.sure == "unverified"


def test_every_likeness_has_a_name():
    assert set(LIKENESS_NAMES) == set(Likeness)
