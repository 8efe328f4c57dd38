"""Time limits in sentences of decisions and in an office's own sheet."""

import pytest

from chuan.rules.time_limits import Doubt, read_limits


def times(text: str) -> list[tuple[str, int | None, str]]:
    return [(one.case, one.total, one.unit) for one in read_limits(text).limits]


@pytest.mark.parametrize(
    ("text", "total", "unit"),
    [
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", 5, "working_day"),
        ("Không quá 15 ngày", 15, "calendar_day"),
        ("Trong thời hạn 02 ngày làm\nviệc (cắt giảm 01/03 ngày làm việc) kể từ ngày nhận đủ hồ sơ", 2, "working_day"),
        ("30 (ba mươi) ngày", 30, "calendar_day"),
        ("04 giờ làm việc", 4, "working_hour"),
        ("07 ngày làm việc (Sở Nội vụ: 03 ngày; UBND cấp xã: 04 ngày)", 7, "working_day"),
    ],
)  # fmt: skip
def test_a_number_with_its_unit_is_a_time(text: str, total: int, unit: str) -> None:
    assert times(text) == [("", total, unit)]
    assert read_limits(text).whole


@pytest.mark.parametrize("text", ["Trong ngày làm việc", "Ngay trong ngày tiếp nhận yêu cầu", "trong buổi"])
def test_the_same_day_is_no_day_at_all(text: str) -> None:
    assert times(text) == [("", 0, "working_day")]


def test_the_same_day_or_the_next_when_late_is_a_question() -> None:
    """Nghị định 23/2015/NĐ-CP, Điều 7: received after 15:00, it may be done on the next working day."""
    text = "Trong ngày tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo nếu nhận sau 15 giờ"
    (limit,) = read_limits(text).limits

    assert (limit.total, limit.doubt) == (0, Doubt.SEVERAL)


def test_cases_are_told_apart() -> None:
    text = "05 ngày làm việc đối với trường hợp không xác minh; 08 ngày làm việc đối với trường hợp phải xác minh"

    assert times(text) == [
        ("đối với trường hợp không xác minh", 5, "working_day"),
        ("đối với trường hợp phải xác minh", 8, "working_day"),
    ]


def test_the_case_may_stand_before_its_time() -> None:
    assert times("Trường hợp cần xác minh: 08 ngày làm việc") == [
        ("Trường hợp cần xác minh", 8, "working_day")
    ]


def test_a_dash_begins_a_further_case() -> None:
    found = times("- 03 ngày làm việc - Trường hợp phải xác minh: 05 ngày làm việc")

    assert found == [("", 3, "working_day"), ("Trường hợp phải xác minh", 5, "working_day")]


def test_a_bare_number_has_lost_its_unit_and_none_is_assumed() -> None:
    (limit,) = read_limits(" 10 ").limits

    assert (limit.total, limit.unit, limit.doubt, limit.whole) == (10, "", Doubt.UNIT_LOST, False)


@pytest.mark.parametrize("text", ["01 tháng", "24 giờ", "2 tuần"])
def test_units_that_no_clock_counts_in_are_a_question(text: str) -> None:
    (limit,) = read_limits(text).limits

    assert (limit.unit, limit.doubt) == ("", Doubt.UNIT_LOST)


def test_two_times_in_one_sentence_are_a_question() -> None:
    (limit,) = read_limits("Trong 03 ngày làm việc thẩm định, 05 ngày làm việc trình ký").limits

    assert limit.doubt is Doubt.SEVERAL


def test_two_times_for_the_same_case_are_questions_with_names_of_their_own() -> None:
    found = read_limits("03 ngày làm việc; 05 ngày làm việc").limits

    assert [(one.case, one.doubt) for one in found] == [
        ("(mức 1)", Doubt.SEVERAL),
        ("(mức 2)", Doubt.SEVERAL),
    ]


@pytest.mark.parametrize("text", ["Theo Nghị định 23/2015/NĐ-CP ngày 16 tháng 2 năm 2015", "thỏa thuận", "0"])
def test_what_holds_no_time_is_not_read(text: str) -> None:
    assert [one.doubt for one in read_limits(text).limits] == [Doubt.UNREAD]


@pytest.mark.parametrize("text", ["Không quy định", "không", "-"])
def test_a_text_may_say_that_no_time_is_set(text: str) -> None:
    reading = read_limits(text)

    assert (reading.limits, reading.says_none) == ((), True)


def test_an_empty_cell_says_nothing() -> None:
    reading = read_limits("  ")

    assert (reading.limits, reading.says_none) == ((), False)


def test_letters_typed_in_pieces_are_read_alike() -> None:
    import unicodedata

    assert times(unicodedata.normalize("NFD", "5 ngày làm việc")) == [("", 5, "working_day")]


def test_a_number_beyond_ten_years_is_no_time() -> None:
    assert [one.doubt for one in read_limits("9999 ngày").limits] == [Doubt.UNREAD]


def test_a_case_is_cut_where_its_column_ends() -> None:
    (limit,) = read_limits("05 ngày làm việc đối với " + "trường hợp rất dài " * 40).limits

    assert len(limit.case) <= 300
