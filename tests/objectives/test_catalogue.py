"""The catalogue of usual promises: whole, recognised by words, honest about how sure it is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law.indicators import by_code, catalogue, fallback, recognise, topic
from chuan.objectives.models import Indicator
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target
from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold


def promise(quantity: Quantity, unit: str = "%") -> Target:
    return Target(quantity, Comparator.AT_LEAST, Horizon.AT_END, value=Fraction(95), unit=unit)


def test_the_catalogue_holds_the_values_of_the_reference_and_of_objectives_two_to_seven():
    """law.md §11: 22 values below objective 1, ten beside it."""
    assert len(catalogue().known) == 32
    assert len(catalogue().topics) == 7


@pytest.mark.parametrize(
    "one", [*catalogue().known, *catalogue().fallbacks], ids=lambda one: one.code or "fallback"
)
def test_every_entry_speaks_the_words_of_the_tables(one):
    assert one.frequency in Indicator.Frequency.values
    assert str(one.combine) in Indicator.Combine.values
    assert one.shape in {"share", "level", "count", "k_of_n", "growth", "yes_no"}
    assert one.definition.endswith(".")


@pytest.mark.parametrize("one", catalogue().known, ids=lambda one: one.code)
def test_every_known_promise_proposes_all_that_a_plan_needs(one):
    assert all((one.name, one.owner, one.source, one.what, one.resources, one.evaluation, one.act))
    assert len(one.code) <= 80
    assert one.code == fold(one.code)


@pytest.mark.parametrize("one", catalogue().known, ids=lambda one: one.code)
def test_no_proposal_claims_to_have_been_read_in_an_act(one):
    """law.md §11 marks owners and sources as "well known, not verified"."""
    assert one.sure is Sure.UNVERIFIED


@pytest.mark.parametrize(
    "one", [*catalogue().known, *catalogue().fallbacks], ids=lambda one: one.code or "fallback"
)
def test_patterns_are_folded_so_that_marks_never_matter(one):
    for words in one.words:
        for word in (*words.all_of, *words.here):
            assert word == fold(word)


@pytest.mark.parametrize(
    ("line", "quantity", "unit", "code"),
    [
        ("Tỷ lệ hộ nghèo (chuẩn đa chiều) còn dưới 1,2%", Quantity.SHARE, "%", "ho-ngheo"),
        ("Tỷ lệ bao phủ BHYT toàn dân đạt 96,5%", Quantity.SHARE, "%", "bao-hiem-y-te"),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế 95%", Quantity.SHARE, "%", "bao-hiem-y-te"),
        (
            "Tổng thu ngân sách trên địa bàn đạt 12.400 triệu đồng",
            Quantity.LEVEL,
            "triệu đồng",
            "thu-ngan-sach",
        ),
        (
            "Thu nhập bình quân đầu người 72 triệu đồng/năm",
            Quantity.LEVEL,
            "triệu đồng/năm",
            "thu-nhap-binh-quan",
        ),
        ("Trên 98% hồ sơ TTHC được giải quyết đúng hạn", Quantity.SHARE, "%", "ho-so-dung-han"),
        ("100% hồ sơ giải quyết trước hạn và đúng hạn", Quantity.SHARE, "%", "ho-so-dung-han"),
        ("9/10 thôn đạt danh hiệu thôn văn hóa", Quantity.K_OF_N, "thôn", "to-dan-pho-van-hoa"),
        ("Tỷ lệ gia đình văn hoá đạt 95% trở lên", Quantity.SHARE, "%", "gia-dinh-van-hoa"),
        ("Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng còn 6%", Quantity.SHARE, "%", "suy-dinh-duong"),
    ],
)
def test_other_wards_wordings_are_recognised(line: str, quantity: Quantity, unit: str, code: str):
    found = recognise(line, line, promise(quantity, unit))
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("line", "quantity"),
    [
        ("Hỗ trợ 12 hộ nghèo xây nhà", Quantity.COUNT),
        ("Tỷ lệ rác thải được thu gom đạt 98%", Quantity.SHARE),
        ("Trồng mới 500 cây xanh", Quantity.COUNT),
        ("Đường làng sạch đẹp", Quantity.NONE),
    ],
)
def test_what_is_not_known_is_not_guessed(line: str, quantity: Quantity):
    assert recognise(line, line, promise(quantity, "")) is None


def test_keywords_match_whole_syllables_only():
    assert recognise("Tỷ lệ bhytx đạt 95%", "Tỷ lệ bhytx đạt 95%", promise(Quantity.SHARE)) is None


def test_two_figures_of_one_line_never_share_an_indicator():
    line = "100 % cán bộ sử dụng thư điện tử công vụ và khai thác các phần mềm dùng chung"
    first = recognise(line, line, promise(Quantity.SHARE))
    assert first is not None
    second = recognise(line, line, promise(Quantity.SHARE), taken=(first.code,))
    assert second is not None
    assert {first.code, second.code} == {"thu-cong-vu", "phan-mem-dung-chung"}


@pytest.mark.parametrize("quantity", list(Quantity))
def test_every_kind_of_promise_has_a_fallback(quantity: Quantity):
    assert fallback("việc lạ", "việc lạ", promise(quantity, "")).definition


def test_money_flows_are_added_up_and_states_are_not():
    flow = fallback("Thu phí chợ 120 triệu đồng", "Thu phí chợ", promise(Quantity.LEVEL, "triệu đồng"))
    state = fallback("Diện tích rừng 120 ha", "Diện tích rừng", promise(Quantity.LEVEL, "ha"))
    assert (flow.combine, flow.frequency) == ("sum", "monthly")
    assert (state.combine, state.frequency) == ("last", "yearly")


@given(st.text(max_size=200), st.sampled_from(list(Quantity)), st.sampled_from(["%", "ha", "triệu đồng", ""]))
def test_no_line_whatever_breaks_recognising(line: str, quantity: Quantity, unit: str):
    target = promise(quantity, unit)
    recognise(line, line, target)
    assert fallback(line, line, target).shape


def test_an_indicator_code_finds_its_proposal_again():
    assert by_code("ho-ngheo") is not None
    assert by_code("khong-co") is None


def test_a_topic_is_known_by_its_words_and_an_odd_one_has_none():
    found = topic("3. Đảm bảo 100% thủ tục hành chính được thực hiện đúng quy trình")
    assert found is not None
    assert found.name == "Thủ tục hành chính"
    assert topic("Trồng cây xanh") is None


def test_the_crops_of_a_year_follow_each_other_without_a_gap():
    spring, summer = catalogue().crops
    assert spring.ends == summer.starts
    assert (spring.starts, summer.ends) == ((1, 1), (1, 1))
