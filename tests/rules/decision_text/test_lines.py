"""What a single line promises: quantity, comparator, figure, unit, horizon, direction."""

from __future__ import annotations

import pytest

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.promises import read_targets
from chuan.rules.targets.types import Target
from chuan.rules.vietnamese import decimal_text


def read(line: str) -> tuple[Target, ...]:
    flat = flatten(line)
    return read_targets(flat, 0, len(flat.text), reader_lexicon(), heading=False)


def figure(target: Target) -> str:
    if target.value is not None:
        return decimal_text(target.value)
    if target.low is not None and target.high is not None:
        return f"{decimal_text(target.low)}..{decimal_text(target.high)}"
    return f"{target.k}/{target.n}" if target.n else ""


def brief(line: str) -> list[str]:
    return [
        " ".join(w for w in (t.quantity.value, (t.comparator or "").lower(), figure(t), t.unit) if w)
        for t in read(line)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trên 95% hồ sơ giải quyết đúng hạn", "share more_than 95 %"),
        ("Hơn 95% hồ sơ giải quyết đúng hạn", "share more_than 95 %"),
        ("≥ 95% hồ sơ giải quyết đúng hạn", "share at_least 95 %"),
        ("Tỷ lệ hồ sơ đúng hạn không dưới 95%", "share at_least 95 %"),
        ("Ít nhất 95 % hồ sơ đúng hạn", "share at_least 95 %"),
        ("Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 95%", "share at_least 95 %"),
        ("Tỷ lệ hồ sơ đúng hạn đạt từ 95% trở lên", "share at_least 95 %"),
        ("Đạt 95 phần trăm hồ sơ đúng hạn", "share at_least 95 %"),
        ("Tỷ lệ hồ sơ trễ hẹn không quá 2%", "share at_most 2 %"),
        ("Tối đa 5% hồ sơ phải bổ sung", "share at_most 5 %"),
        ("Tỷ lệ hồ sơ quá hạn dưới 1%", "share less_than 1 %"),
        ("Tỷ lệ hồ sơ quá hạn < 1%", "share less_than 1 %"),
        ("Tỷ lệ hộ nghèo từ 2% trở xuống", "share at_most 2 %"),
        ("Tỷ lệ hộ nghèo 0,9%", "share at_most 0.9 %"),
        ("Tỷ lệ hộ nghèo còn 1,4%", "share at_most 1.4 %"),
        ("Giảm tỷ lệ hộ nghèo xuống còn 1,4%", "share at_most 1.4 %"),
        ("Giảm tỷ lệ hộ nghèo xuống dưới 1,4%", "share less_than 1.4 %"),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng 6%", "share at_most 6 %"),
        ("Tỷ lệ hộ nghèo được hỗ trợ vay vốn đạt 90%", "share at_least 90 %"),
        ("Tăng tỷ lệ người dân tham gia BHYT lên 95%", "share at_least 95 %"),
        ("Giá trị sản xuất tăng so với cùng kỳ 15%", "growth at_least 15 %"),
        ("Thu ngân sách tăng 10% so với dự toán", "growth at_least 10 %"),
        ("Tốc độ tăng trưởng đạt 14-15 %", "growth between 14..15 %"),
        ("Thu ngân sách tăng bình quân từ 3 - 5 %", "growth between 3..5 %"),
        ("Thu ngân sách tăng từ 3 – 5%/năm", "growth between 3..5 %/năm"),
        ("Tốc độ tăng bình quân 05%/năm", "growth at_least 5 %/năm"),
        ("Tăng thêm ít nhất 20% số nhóm trẻ", "growth at_least 20 %"),
        ("Số vụ tai nạn giảm 5-10% so với năm trước", "decrease between 5..10 %"),
        ("Giảm tối thiểu 10% số hồ sơ trễ hạn", "decrease at_least 10 %"),
        ("Tỷ lệ hộ nghèo giảm hằng năm 1%-1,5%", "decrease between 1..1.5 %"),
        ("Giảm tỷ lệ người sinh con thứ 3 trở lên", "decrease at_least %"),
        ("Duy trì tỷ lệ tăng dân số tự nhiên dưới 1%", "share less_than 1 %"),
        ("9/10 TDP giữ vững danh hiệu văn hóa", "k_of_n at_least 9/10 tổ dân phố"),
        ("Hoàn thành 04/09 chỉ tiêu nông thôn mới", "k_of_n at_least 4/9 chỉ tiêu"),
        ("Ít nhất 9/10 thôn đạt chuẩn", "k_of_n at_least 9/10 thôn"),
        ("Không còn hộ nghèo", "count at_most 0 hộ"),
        ("Không để phát sinh đơn thư vượt cấp", "count at_most 0 đơn thư"),
        ("Không để xảy ra cháy nổ", "count at_most 0"),
        ("Không có hồ sơ trễ hẹn", "count at_most 0 hồ sơ"),
        ("Tổng thu ngân sách trên địa bàn 8.550 triệu đồng", "level at_least 8550 triệu đồng"),
        ("Thu ngân sách đạt và vượt 8.550 triệu đồng", "level at_least 8550 triệu đồng"),
        ("Thu nhập bình quân 70,0 Tr. đồng", "level at_least 70 triệu đồng"),
        ("Thu nhập bình quân 70,0 tr.đ/người/năm", "level at_least 70 triệu đồng/người/năm"),
        ("Tổng vốn đầu tư 1.184 tỷđ", "level at_least 1184 tỷ đồng"),
        ("Tổng giá trị sản xuất = 2.433.733,3 triệu", "level at_least 2433733.3 triệu đồng"),
        ("Giá trị thu nhập trên 1 ha đạt 125-135 triệu đồng", "level between 125..135 triệu đồng"),
        ("Thời gian giải quyết bình quân không quá 03 ngày", "level at_most 3 ngày"),
        ("Lắp đặt từ 50 bóng trở lên", "count at_least 50 bóng"),
        ("Kết nạp 05 đảng viên mới", "count at_least 5 đảng viên"),
        ("Không quá 02 hồ sơ trễ hạn", "count at_most 2 hồ sơ"),
        ("Thành lập 03 nhóm hộ liên kết", "count at_least 3 nhóm"),
        ("Phường đạt chuẩn đô thị văn minh", "yes_no"),
        ("Đảng bộ xếp loại hoàn thành tốt nhiệm vụ trở lên", "yes_no"),
        ("Duy trì xã đạt chuẩn quốc gia về y tế", "yes_no"),
        ("Tiếp tục cải tiến hệ thống theo TCVN ISO 9001:2015", "none"),
    ],
)
def test_the_words_that_turn_a_target(line: str, expected: str) -> None:
    assert brief(line) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("49 ha lúa; năng suất đạt 51 tạ/ha.", ["level at_least 49 ha", "level at_least 51 tạ/ha"]),
        ("Trồng 200 cây xanh. Tỷ lệ sống đạt trên 90%.", ["count at_least 200 cây", "share more_than 90 %"]),
        (
            "Tập huấn cho 100% thôn và trên 70% hộ dân",
            ["share at_least 100 %", "share more_than 70 %"],
        ),
        ("Khen thưởng không quá 10% tập thể, 5% cá nhân", ["share at_most 10 %", "share at_most 5 %"]),
        (
            "Tăng trưởng năm 2025 đạt trên 8% và năm 2026 từ 10% trở lên",
            ["growth more_than 8 %", "growth at_least 10 %"],
        ),
        (
            "Doanh thu đạt 2.600 triệu USD, đạt 100% kế hoạch, tăng 6,35% so cùng kỳ",
            ["level at_least 2600 triệu USD", "share at_least 100 %", "growth at_least 6.35 %"],
        ),
    ],
)
def test_a_line_may_hold_several_promises(line: str, expected: list[str]) -> None:
    assert brief(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ nghèo còn 0,7%, giảm 0,5% so với năm trước", "share at_most 0.7 %"),
        ("Tỷ lệ hộ nghèo giảm 0,5%, còn 0,7%", "share at_most 0.7 %"),
        ("Tỷ lệ hộ nghèo 0,5%giảm 1,7%", "share at_most 0.5 %"),
        ("Giảm tỷ lệ hộ nghèo từ 1,42% xuống còn 1,4%", "share at_most 1.4 %"),
        ("Có 629/731 trường đạt chuẩn, đạt tỷ lệ 86,1%", "k_of_n at_least 629/731 trường"),
        ("9/10 thôn (đạt 90%) giữ danh hiệu văn hóa", "k_of_n at_least 9/10 thôn"),
        ("Chi cả năm 15.942,496 tỷ đồng/14.635,050 tỷ đồng", "level at_least 15942.496 tỷ đồng"),
    ],
)
def test_one_promise_said_twice_is_one_target(line: str, expected: str) -> None:
    assert brief(line) == [expected]


def test_the_other_figure_is_kept_as_the_baseline() -> None:
    (target,) = read("Giảm tỷ lệ hộ nghèo từ 1,42% xuống còn 1,4%")
    assert target.baseline is not None
    assert target.baseline.value is not None
    assert decimal_text(target.baseline.value) == "1.42"


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện từ ngày 04/09/2021 theo kế hoạch",
        "Thực hiện Quyết định số 18/2020/QĐ-UBND ngày 07/8/2020",
        "Áp dụng TCVN ISO 9001:2015",
        "Thực hiện Nghị quyết giai đoạn 2021-2025",
        "Thực hiện theo Điều 3, khoản 2 Luật năm 2015",
        "Tiếp tục thực hiện nhiệm vụ năm 2021",
        "Bảo vệ trẻ em dưới 16 tuổi",
        "Cung cấp dịch vụ công mức độ 3, mức độ 4",
        "Trực 24/24 giờ, 7 ngày trong tuần theo Thông tư 26/2014/TT-BKHCN",
        "Thực hiện chính quyền 02 cấp",
        "Báo cáo trong tháng 12/2021, quý 4 và 6 tháng đầu năm",
        "Phấn đấu xếp hạng 3/10 toàn thị xã",
    ],
)
def test_a_figure_that_promises_nothing_is_no_target(line: str) -> None:
    assert all(t.value is None and t.low is None and t.n is None for t in read(line)) or "7 ngày" in line


def test_a_line_with_lines_below_it_promises_nothing_itself_without_a_figure() -> None:
    flat = flatten("Về kinh tế:")
    assert read_targets(flat, 0, len(flat.text), reader_lexicon(), heading=True) == ()


@pytest.mark.parametrize(
    ("line", "horizon"),
    [
        ("95% hồ sơ giải quyết đúng hạn", "accumulated"),
        ("100% văn bản được ký số", "accumulated"),
        ("Xây dựng 04 tuyến phố", "accumulated"),
        ("Tổng thu ngân sách 8.550 triệu đồng", "accumulated"),
        ("Tỷ lệ người dân tham gia BHYT đạt 95%", "at_end"),
        ("Đảng viên hoàn thành tốt nhiệm vụ đạt 90% trở lên", "at_end"),
        ("Tỷ lệ người dân có tài khoản giao dịch đạt 95%", "at_end"),
        ("Thu nhập bình quân đầu người 65 triệu đồng", "at_end"),
        ("Giữ vững 12/12 tiêu chí", "at_end"),
        ("Không để phát sinh khiếu kiện vượt cấp", "every_period"),
        ("Không quá 02 hồ sơ trễ hạn mỗi quý", "every_period"),
        ("Không còn hộ nghèo", "at_end"),
    ],
)
def test_when_a_promise_is_looked_at(line: str, horizon: str) -> None:
    assert [t.horizon.value for t in read(line)] == [horizon]


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("Tỷ lệ hộ nghèo 0,9%", "lower"),
        ("Tỷ lệ trẻ suy dinh dưỡng 5%", "lower"),
        ("Tỷ lệ tham gia BHYT 95%", "higher"),
        ("Tỷ lệ hồ sơ trễ hạn không quá 2%", "lower"),
        ("Giải quyết 100% vụ vi phạm", "higher"),
        ("Tỷ lệ hồ sơ không quá hạn đạt 98%", "higher"),
        ("Số vụ tội phạm giảm 5%", "lower"),
    ],
)
def test_which_way_is_better(line: str, direction: str) -> None:
    assert [t.direction.value for t in read(line)] == [direction]


@pytest.mark.parametrize("cue", ["ngoại trừ", "trừ", "không bao gồm", "không kể"])
def test_what_is_left_out_is_kept(cue: str) -> None:
    (target,) = read(f"100% văn bản ({cue} văn bản mật) được xử lý trên mạng")
    assert target.excludes == ("văn bản mật",)


def test_a_condition_is_kept_with_its_cue() -> None:
    (target,) = read("95% hồ sơ thuộc thẩm quyền được giải quyết đúng hạn theo quy định")
    assert target.conditions == ("thuộc thẩm quyền", "theo quy định")


def test_two_acts_that_are_one_promise_are_not_parted() -> None:
    assert len(read("100% hồ sơ được tiếp nhận và trả kết quả đúng hạn")) == 1


@pytest.mark.parametrize("spelling", ["hoà", "hòa"])
def test_both_spellings_of_a_tone_read_the_same(spelling: str) -> None:
    (target,) = read(f"Giải quyết 95% vụ việc {spelling} giải; ")
    assert target.value == 95
    assert spelling in target.scope


def test_marks_inside_words_do_not_move_the_span() -> None:
    line = "Giải **quyết** *trên* **95** % hồ sơ"
    (target,) = read(line)
    assert target.span is not None
    assert line[target.span.start : target.span.end] == "trên* **95** %"


def test_a_line_of_prose_is_cut_before_it_costs_time() -> None:
    assert len(read("trên 95% hồ sơ, " * 20_000)) <= 40
