"""The portal's table of ways and times, as it is crawled: everything run together."""

from chuan.rules.time_limits import Doubt, portal_rows, read_limits

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


def times(body: str) -> list[tuple[str, int | None, str]]:
    return [(one.channel, one.total, one.unit) for one in read_limits(HEAD + body).limits]


def doubts(body: str) -> list[Doubt | None]:
    return [one.doubt for one in read_limits(HEAD + body).limits]


def test_each_channel_has_its_own_time() -> None:
    body = "Trực tuyến3 Ngày làm việcMiễn phíNộp qua CổngTrực tiếp5 Ngày làm việcMiễn phí"
    body += "Dịch vụ bưu chính15 NgàyMiễn phí"

    assert times(body) == [
        ("online", 3, "working_day"),
        ("counter", 5, "working_day"),
        ("post", 15, "calendar_day"),
    ]
    assert read_limits(HEAD + body).whole


def test_a_channel_named_in_a_description_begins_no_row() -> None:
    assert times("Trực tiếp5 Ngày làm việcMiễn phíNộp hồ sơ Trực tuyến qua Cổng") == [
        ("counter", 5, "working_day")
    ]


def test_a_number_without_its_unit_is_a_question() -> None:
    assert times("Trực tuyến5Miễn phíTrực tiếp5Miễn phí") == [("online", 5, ""), ("counter", 5, "")]
    assert doubts("Trực tuyến5Miễn phíTrực tiếp5Miễn phí") == [Doubt.UNIT_LOST] * 2


def test_a_number_run_into_money_is_not_parted_by_guessing() -> None:
    assert times("Trực tuyến120 VNĐ(20.000 đ/tờ khai)") == [("online", None, "")]
    assert doubts("Trực tuyến120 VNĐ(20.000 đ/tờ khai)") == [Doubt.GLUED]


def test_hours_are_working_hours_only_where_the_description_says_so() -> None:
    assert doubts("Trực tuyến8 GiờMiễn phíKhông quá 8 giờ làm việc") == [None]
    assert doubts("Trực tuyến8 GiờMiễn phí") == [Doubt.HOURS]


def test_the_same_number_in_another_unit_in_the_description_contradicts() -> None:
    (limit,) = read_limits(
        HEAD + "Trực tiếp7 NgàyKhông có thông tin07 ngày làm việc, kể từ ngày nhận đủ hồ sơ"
    ).limits

    assert limit.doubt is Doubt.CONTRADICTED
    assert limit.written == "7 Ngày; mô tả: 07 ngày làm việc"


def test_another_time_stated_in_the_description_contradicts() -> None:
    assert doubts("Trực tiếp7 Ngày làm việcMiễn phíThời hạn giải quyết: 03 ngày làm việc") == [
        Doubt.CONTRADICTED
    ]


def test_the_same_time_stated_in_the_description_agrees() -> None:
    assert doubts("Trực tiếp7 Ngày làm việcMiễn phíThời hạn giải quyết: 07 ngày làm việc") == [None]


def test_several_times_of_one_channel_become_cases_to_be_named() -> None:
    body = "Trực tiếp2 Ngày làm việcMiễn phí- Bộ phận Một cửa kiểm tra.Trực tiếp5 Ngày làm việcMiễn phí- Thẩm định."
    found = read_limits(HEAD + body).limits

    assert [(one.case, one.doubt) for one in found] == [
        ("Bộ phận Một cửa kiểm tra.", Doubt.SEVERAL), ("Thẩm định.", Doubt.SEVERAL),
    ]  # fmt: skip


def test_the_same_row_twice_is_one_limit() -> None:
    assert times("Trực tiếp2 Ngày làm việcMiễn phíTrực tiếp2 Ngày làm việcMiễn phí") == [
        ("counter", 2, "working_day")
    ]


def test_a_blank_time_with_a_time_in_its_description_is_a_question() -> None:
    (limit,) = read_limits(
        HEAD + "Trực tuyếnKhông có thông tinMiễn phí05 ngày làm việc kể từ ngày nhận"
    ).limits

    assert (limit.total, limit.unit, limit.doubt) == (5, "working_day", Doubt.ELSEWHERE)


def test_the_portal_may_say_that_no_time_is_set() -> None:
    reading = read_limits(HEAD + "Trực tuyếnKhông phải trả kết quả cho người nộp thuếMiễn phíQua Cổng")

    assert (reading.limits, reading.says_none) == ((), True)


def test_a_table_without_any_known_channel_is_not_read() -> None:
    assert doubts("Trực tiếpHệ thống phản hồi tự động") == [Doubt.UNREAD]


def test_a_zero_is_no_time() -> None:
    assert doubts("Trực tiếp0Không có thông tin") == [Doubt.UNREAD]


def test_the_rows_keep_fee_and_description() -> None:
    (row,) = portal_rows(HEAD + "Trực tiếp5 Ngày làm việc10,000 Việt Nam Đồng(lần đầu)Nộp tại trụ sở")

    assert (row.channel, row.time, row.fee, row.note) == (
        "counter", "5 Ngày làm việc", "10,000 Việt Nam Đồng(lần đầu)", "Nộp tại trụ sở",
    )  # fmt: skip


def test_another_text_has_no_rows() -> None:
    assert portal_rows("05 ngày làm việc") == ()
