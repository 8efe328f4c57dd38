"""Every component draws strict HTML, escapes what it is given, and says what it means in words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils.translation import gettext_lazy

from chuan.rules.targets.types import Budget, Comparator, Horizon, Outcome, Quantity, Target
from chuan.ui.doors import Door, as_doors
from chuan.ui.notices import fact_and_way
from chuan.ui.parts import Cell, Fact, Passport, Promise, Row, Step, Task
from tests.ui.drawn import draw, html, said

EVIL = '<b onclick="x">&"\''


# Marks


def test_an_icon_is_a_reference_into_the_sprite_and_hidden_from_screen_readers():
    icon = draw('{% icon "met" %}').find("{*}svg")
    assert icon.get("aria-hidden") == "true"
    assert icon.find("{*}use").get("href") == "/static/chuan/icons.svg#i-met"


@pytest.mark.parametrize("outcome", [*Outcome, "overdue", "due_soon", "paused", "running", "not-met"])
def test_a_verdict_is_a_shape_and_a_word(outcome):
    mark = draw("{% verdict outcome %}", outcome=outcome)[0]
    shape = outcome.replace("_", "-")
    assert mark.get("class") == f"verdict v-{shape}"
    assert mark.find("{*}svg/{*}use").get("href").endswith(f"#i-{shape}")
    assert said(mark)


def test_a_verdict_may_say_it_nearer_and_is_escaped():
    assert said(draw('{% verdict "not_met" "Trễ 2 ngày" %}')) == "Trễ 2 ngày"
    assert said(draw('{% verdict "not_met" words %}', words=EVIL)) == EVIL


def test_the_nearer_words_may_be_a_text_still_to_be_translated():
    assert said(draw('{% verdict "overdue" _("Quá hạn 2 ngày") %}')) == "Quá hạn 2 ngày"
    assert said(draw('{% tag "overdue" words %}', words=gettext_lazy("Quá hạn 2 ngày"))) == "Quá hạn 2 ngày"
    assert said(draw('{% tag "overdue" words=words %}', words=gettext_lazy("Quá hạn"))) == "Quá hạn"


def test_a_verdict_that_may_change_says_so_in_the_head_of_its_page():
    assert said(draw('{% tag "met" final=False %}')) == "Đạt, còn có thể đổi"
    assert said(draw('{% tag "met" final=True %}')) == "Đạt"
    assert said(draw('{% tag "met" True %}')) == "Đạt"
    assert said(draw('{% tag "not_met" False "Trễ 2 ngày" %}')) == "Trễ 2 ngày, còn có thể đổi"
    assert said(draw('{% tag "on_track" final=False %}')) == "Đúng tiến độ"
    assert "tag" in draw('{% tag "met" %}')[0].get("class").split()


def test_in_a_table_what_may_change_is_said_under_the_verdict():
    mark, note = draw('{% verdict "met" False %}')
    assert (said(mark), said(note)) == ("Đạt", "còn có thể đổi")
    assert len(draw('{% verdict "at_risk" False %}')) == len(draw('{% verdict "met" True %}')) == 1


def test_a_figure_says_that_it_is_an_estimate_and_keeps_its_unit():
    assert html('{% figure "+11,2" "%" True %}') == (
        '<b><span class="est">ước</span> +11,2\u00a0<span class="unit">%</span></b>'
    )
    assert html('{% figure "10" %}') == "<b>10</b>"


def test_a_code_shows_its_telling_tail_in_full_ink():
    mark = draw('{% code "000.24.31.H27-210915-0006" %}')[0]
    assert said(mark.find("span")) == "000.24.31.H27-"
    assert said(mark) == "000.24.31.H27-210915-0006"
    assert draw('{% code "A-12" %}')[0].find("span") is None


def test_invented_figures_are_marked():
    assert said(draw("{% demo_mark %}")) == "dữ liệu minh họa"
    assert html("{% demo_mark shown %}", shown=False) == ""


# Messages


@pytest.mark.parametrize(
    ("text", "fact", "way"),
    [
        ("Đã lưu.", "Đã lưu.", ""),
        ("Hồ sơ đã quá hạn từ 18/05. Ghi nhận trễ.", "Hồ sơ đã quá hạn từ 18/05.", "Ghi nhận trễ."),
        ("Chưa đạt 95 %. Xem lại.", "Chưa đạt 95 %.", "Xem lại."),
        ("Đơn gửi UBND TP. Hà Tĩnh đã nhận.", "Đơn gửi UBND TP. Hà Tĩnh đã nhận.", ""),
        ("TM. ỦY BAN NHÂN DÂN ký.", "TM. ỦY BAN NHÂN DÂN ký.", ""),
        ("“Giảm” chưa rõ. Đặt mốc.", "“Giảm” chưa rõ.", "Đặt mốc."),
        ("Một dòng. Vẫn dòng ấy\nDòng sau.", "Một dòng. Vẫn dòng ấy", "Dòng sau."),
        ("Có 8.550 triệu đồng.", "Có 8.550 triệu đồng.", ""),
    ],
)
def test_a_message_is_the_fact_and_then_the_way_out(text, fact, way):
    assert fact_and_way(text) == (fact, way)


@pytest.mark.parametrize(
    ("kind", "role"), [("refused", "alert"), ("done", "status"), ("careful", "status"), ("plain", "status")]
)
def test_a_refusal_interrupts_and_everything_else_waits_its_turn(kind, role):
    notice = draw("{% notice kind text %}", kind=kind, text="Chưa được. Làm lại.")[0]
    assert notice.get("role") == role
    assert said(notice.find("p/b")) == "Chưa được."
    assert said(notice.findall("p")[1]) == "Làm lại."


def test_a_message_escapes_what_was_typed():
    notice = draw('{% notice "refused" text %}', text=f"“{EVIL}” không phải số.")[0]
    assert said(notice) == f"“{EVIL}” không phải số."


def test_a_page_shows_its_refusal_and_nothing_when_there_is_none():
    shown = draw("{% messages_area %}", refusal="Chưa được. Làm lại.")
    assert shown.find("div/div").get("role") == "alert"
    assert html("{% messages_area %}").strip() == ""


# Finding one's way


def test_the_doors_say_which_one_is_open_and_how_much_waits():
    doors = [("Việc của tôi", "/viec-cua-toi/", False, 5), ("Mục tiêu", "/muc-tieu/", True, 0)]
    nav = draw("{% main_nav %}", doors=doors)
    assert [a.get("aria-current") for a in nav.iter("a")] == [None, "page"]
    assert "5 việc đến hạn" in said(nav).replace("5việc", "5 việc")
    assert len(nav.xpath("//*[@class='count']")) == 1


def test_a_door_knows_its_short_name_and_icon_by_its_address():
    door = as_doors([("Việc của tôi", "/viec-cua-toi/", False, 0)])[0]
    assert (str(door.short), door.icon) == ("Việc", "check2-square")
    assert as_doors([Door("Khác", "/khac/", icon="key")])[0].icon == "key"
    assert as_doors([("Khác", "https://vi-du.vn/viec-cua-toi/", False, 0)])[0].short == "Khác"
    assert as_doors(None) == []


def test_a_phone_shows_three_doors_and_the_others_behind_one_word():
    doors = [(f"Cửa {n}", f"/cua-{n}/", n == 5, 0) for n in range(1, 6)]
    bar = draw("{% tabbar %}", doors=doors)
    details = next(bar.iter("details"))
    assert [said(a) for a in details.iter("a")] == ["Cửa 4", "Cửa 5"]
    assert details.find("summary").get("aria-current") == "true"
    assert said(details.find("summary")) == "Thêm"


def test_three_doors_need_no_more_and_none_need_no_bar():
    doors = [(f"Cửa {n}", f"/cua-{n}/", False, 0) for n in range(3)]
    assert not list(draw("{% tabbar %}", doors=doors).iter("details"))
    assert html("{% tabbar %}", doors=[]).strip() == ""


def test_crumbs_lead_back():
    crumbs = draw("{% crumbs %}", crumbs=[("Mục tiêu 2021", "/muc-tieu/2021/"), ("3. Thủ tục", "")])
    assert [a.get("href") for a in crumbs.iter("a")] == ["/muc-tieu/2021/"]
    assert html("{% crumbs %}").strip() == ""


def test_the_pager_says_what_is_seen_and_keeps_the_filters():
    request = RequestFactory().get("/muc-tieu/", {"loc": "có nguy cơ", "trang": "2"})
    shown = draw("{% pager page %}", page=Paginator(range(1440), 50).page(2), request=request)
    assert "Đang xem 51–100 trong 1.440" in said(shown)
    links = [a.get("href") for a in shown.iter("a")]
    assert links == [
        "?loc=c%C3%B3+nguy+c%C6%A1&trang=1",
        "?loc=c%C3%B3+nguy+c%C6%A1&trang=3",
    ]


def test_the_pager_of_one_page_has_no_links_and_of_nothing_says_so():
    assert not list(draw("{% pager page %}", page=Paginator(range(3), 50).page(1)).iter("a"))
    assert "Không có dòng nào" in said(draw("{% pager page %}", page=Paginator([], 50).page(1)))
    assert (
        draw("{% pager page %}", page=Paginator(range(99), 50).page(1)).find(".//a").get("href") == "?trang=2"
    )


# Parts of pages


def test_the_promises_of_a_year_lead_to_their_objectives():
    items = [Promise(str(n), EVIL, "at_risk", "4/22", f"/muc-tieu/{n}/") for n in range(1, 8)]
    strip = draw("{% promises items %}", items=items)
    assert [a.get("href") for a in strip.iter("a")] == [f"/muc-tieu/{n}/" for n in range(1, 8)]
    assert strip.find("ol").get("class") == "promises sheet"
    assert EVIL in said(strip)


def test_more_than_eight_promises_stand_in_rows():
    items = [Promise(str(n), "Đơn thư", "met", "", "/") for n in range(9)]
    assert "many" in draw("{% promises items %}", items=items).find("ol").get("class").split()


def test_a_passport_quotes_the_sentence_and_names_what_it_replaced():
    of = Passport(
        quote="trên 95% hồ sơ",
        facts=[Fact("Văn bản", "148/QĐ-UBND", note="(đã đọc)", url="/van-ban/1/"), Fact("Luật", EVIL)],
        line="ho-so.dung-han v4",
        replaced="số chốt 04/10",
        check_url="/kiem/",
    )
    shown = draw("{% passport of %}", of=of)
    assert said(shown.xpath("//p[@class='quote']")[0]) == "“trên 95% hồ sơ”"
    assert [said(dd) for dd in shown.iter("dd")] == ["148/QĐ-UBND (đã đọc)", EVIL, "số chốt 04/10"]
    assert [a.get("href") for a in shown.iter("a")] == ["/kiem/", "/van-ban/1/"]


def test_a_passport_without_a_paper_quotes_nothing():
    shown = draw("{% passport of %}", of=Passport("", [Fact("Hạng", "D")]))
    assert not shown.xpath("//p")


def test_steps_say_which_one_is_now():
    items = [Step("Tiếp nhận", "28/04"), Step("Thẩm tra", state="now"), Step("Ký", state="to_come")]
    shown = draw("{% steps items %}", items=items)
    assert [li.get("class") for li in shown.iter("li")] == [None, "now", "to-come"]
    assert [li.get("aria-current") for li in shown.iter("li")] == [None, "step", None]


def test_a_task_says_what_why_and_when_and_has_one_button():
    task = Task(
        "pencil",
        "Nhập kết quả",
        "/nhap/",
        "Chỉ tiêu 1.1",
        "Quá hạn 3 ngày",
        "overdue",
        "hạn 30/09",
        "Nhập",
        True,
    )
    shown = draw('{% tasks items "Quá hạn" "qua-han" %}', items=[task])
    assert said(shown.find(".//h2")) == "Quá hạn"
    assert shown.find("section").get("aria-labelledby") == "qua-han"
    assert said(shown.xpath("//*[@class='due']")[0]) == "Quá hạn 3 ngàyhạn 30/09"
    assert [a.get("class") for a in shown.xpath("//a[contains(@class, 'btn')]")] == ["btn btn-sm btn-primary"]
    assert html("{% tasks items %}", items=[]).strip() == ""


def test_an_empty_place_says_what_is_true_and_one_next_step():
    shown = draw('{% nothing "Chưa có đơn" "Từ 01/01." "/don-thu/" "Xem năm trước" %}')
    assert said(shown.find(".//h2")) == "Chưa có đơn"
    assert shown.find(".//a").get("href") == "/don-thu/"
    assert draw('{% nothing "Chưa có đơn" %}').find(".//a") is None


def test_an_empty_place_may_stand_inside_a_loop():
    assert (
        said(draw('{% for one in none %}x{% empty %}{% nothing "Chưa có đơn" %}{% endfor %}', none=[]))
        == "Chưa có đơn"
    )


def test_the_months_stand_in_columns_with_the_bad_ones_marked():
    rows = [Row("Trễ hạn", [Cell("4"), Cell("6", bad=True)], "10")]
    shown = draw('{% month_table rows heads "Theo tháng" "Tháng" "9 tháng" %}', rows=rows, heads=["1", "2"])
    assert [td.get("class") for td in shown.iter("td")] == [None, "bad", None]
    assert [said(th) for th in shown.iter("th")] == ["Tháng", "1", "2", "9 tháng", "Trễ hạn"]


# Charts in templates


def test_the_ruler_of_a_promise_takes_its_words_from_the_promise():
    target = Target(Quantity.SHARE, Comparator.MORE_THAN, Horizon.ACCUMULATED, value=Fraction(95), unit="%")
    shown = html('{% ruler target value "on_track" "96,57 %" %}', target=target, value=Fraction(124000, 1284))
    assert "<title>96,57 % so với mức trên 95\u00a0%: đúng tiến độ</title>" in shown
    assert 'class="break"' in shown
    assert 'class="end-out"' in shown


def test_the_ruler_of_k_of_n_ends_at_k():
    target = Target(Quantity.K_OF_N, Comparator.AT_LEAST, Horizon.AT_END, k=9, n=10)
    assert 'width="96"' in html('{% ruler target value "met" %}', target=target, value=Fraction(9))


def test_the_ruler_of_a_range_ends_at_its_upper_end():
    target = Target(Quantity.LEVEL, Comparator.BETWEEN, Horizon.AT_END, low=Fraction(10), high=Fraction(15))
    assert 'width="96"' in html('{% ruler target value "met" %}', target=target, value=Fraction(15))


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (Budget(left=20, used=44), "Còn được trễ tối đa 20 hồ sơ"),
        (Budget(left=20, used=44), "nếu trễ liền từ nay, đến hồ sơ thứ 21 là không còn trên 95 %"),
        (Budget(left=0, used=1), "Hết phần được trễ"),
        (Budget(left=-6, used=20, repair=1114), "Đã vượt 6 hồ sơ"),
        (Budget(left=-6, used=20, repair=1114), "cần 1.114 hồ sơ đúng hạn liền nhau để lại trên 95 %"),
        (Budget(left=-6, used=20), "không còn cách bù trong năm"),
        (
            Budget(1, 0, forecast=1712, method="nhịp 9 tháng", left_of_year=85),
            "ước 1.712 hồ sơ, cả năm được trễ tối đa 85",
        ),
        (Budget(1, 0, forecast=1712, method="nhịp 9 tháng", left_of_year=85), "Cách ước: nhịp 9 tháng."),
    ],
)
def test_a_budget_is_said_in_words_before_it_is_drawn(budget, words):
    shown = draw(
        '{% budget_strip budget "hồ sơ" "trễ" promised "đúng hạn" %}', budget=budget, promised="trên 95 %"
    )
    assert words in said(shown)
    assert "%%" not in said(shown)


def test_a_strip_beside_words_may_be_hidden_from_screen_readers():
    strip = draw("{% ticks 44 20 hidden=True %}").find("{*}svg")
    assert strip.get("aria-hidden") == "true"
    assert strip.find("{*}title") is None


# Filters


def test_filters_say_figures_and_dates():
    shown = html(
        "{{ n|number }} {{ r|rate:95 }} {{ left|days_left }} {{ left|calendar_days_left }}",
        n=8550,
        r=94.996,
        left=2,
    )
    assert shown == "8.550 94,996\u00a0% Còn 2 ngày Còn 2 ngày lịch"
