"""The year 2021 ranked to a decision, titles of 2022 to theirs, objective 7 of 2021 counted: docs/manual, 38 and 39.

The road of the clerk who keeps the records of officials, of one official, and of the Chairman who assesses him.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

RANKING, TITLES = "/nhan-su/xep-loai", "/nhan-su/danh-hieu"
SON, LAN = "Đặng Quốc Sơn (minh họa)", "Bùi Thị Lan (minh họa)"
CHAIRMAN, SECRETARY, CLERK = "Ngô Văn Ký (minh họa)", "Hồ Thu Thủy (minh họa)", "Trần Thị Hoài (minh họa)"
OWN_WORDS = "Đã xong mọi hồ sơ được giao (minh họa)"


def person(walk: Walk, username: str) -> Walker:
    """Somebody signed in at his own screen."""
    walker = walk()
    walker.sign_in(username)
    return walker


def send(walker: Walker) -> None:
    """The one main button of the form that is open."""
    walker.follow(walker.page.locator("main form button.btn-primary").first)


def mark(walker: Walker, **answers: str) -> None:
    """Choose radio buttons by the field and the value."""
    for name, value in answers.items():
        walker.page.locator(f"[name={name}][value='{value}']").check()


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """The clerk who keeps the records of officials."""
    return person(walk, "vanphong")


def test_a_round_is_opened_and_an_official_speaks_of_himself_first(clerk: Walker, walk: Walk) -> None:
    clerk.go(f"{RANKING}/")
    clerk.press("Mở kỳ xếp loại")
    clerk.fill(year="2021", citation="Kế hoạch 20/KH-UBND (minh họa)", opened_on="1/12/2021")
    send(clerk)
    clerk.sees("Còn 12 trong 12 người chưa có kết quả", "90/2020/NĐ-CP")
    son = person(walk, "diachinh")
    son.go(f"{RANKING}/")
    son.follow(son.page.locator("main tbody a").first)
    son.press("Tự đánh giá")
    failed = {f"words_failed_any_{one}": "0" for one in ("degradation", "tasks", "discipline")}
    met = {f"words_excellent_{one}": "1" for one in ("any_common", "any_tasks")}
    mark(son, words_excellent_staff_above="0", **failed, **met)
    son.page.locator("[name=level]").select_option("excellent")
    son.fill(remark=OWN_WORDS)
    send(son)
    son.sees("đánh dấu là không đạt")
    assert son.page.locator("[name=remark]").input_value() == OWN_WORDS
    mark(son, words_excellent_staff_above="1")
    send(son)
    son.sees("Đã nộp bản tự đánh giá", "Chờ thủ trưởng đánh giá")


def test_the_head_proposes_the_share_is_warned_of_and_the_decision_says_why(
    clerk: Walker, walk: Walk
) -> None:
    head = person(walk, "chutich")
    head.go(f"{RANKING}/")
    head.follow(head.page.locator("main tbody a").first)
    whole = head.page.url.removeprefix(head.address)
    head.press(SON)
    one = head.page.url.removeprefix(head.address)
    head.follow(head.page.get_by_role("link", name="Đánh giá", exact=True))
    head.sees("Chuẩn biết gì trong kỳ này", OWN_WORDS)
    head.page.locator("[name=level]").select_option("excellent")
    send(head)
    head.sees("Đã ghi đánh giá và mức đề nghị")

    clerk.go(whole)
    clerk.sees("1 người đề nghị xuất sắc", "chưa kiểm chứng")
    clerk.press("Ghi ý kiến tập thể")
    clerk.fill(held_on="15/12/2021", present="9", minutes="BB 05 (minh họa)")
    clerk.page.get_by_label(f"Đồng ý: {SON}", exact=True).fill("7")
    send(clerk)
    clerk.sees("7 + 0 + 0 = 7, dự họp 9")
    clerk.page.get_by_label(f"Không đồng ý: {SON}", exact=True).fill("2")
    send(clerk)
    clerk.press("Ghi quyết định")
    clerk.fill(number="30/QĐ-UBND (minh họa)", on="20/12/2021")
    send(clerk)
    assert clerk.page.locator("[name=number]").input_value() == "30/QĐ-UBND (minh họa)"
    clerk.fill(why="Cấp trên đồng ý bằng văn bản (minh họa)")
    send(clerk)
    clerk.sees("Đã ghi cho 1 người", "Còn 11 trong 12 người chưa có kết quả")

    son = person(walk, "diachinh")
    son.go(one)
    son.sees("30/QĐ-UBND (minh họa)", "đồng ý 7, không đồng ý 2")
    lan = person(walk, "vanhoa")
    assert [lan.page.request.get(lan.address + path).status for path in (one, whole)] == [404, 404]


def test_titles_are_registered_voted_on_and_decided(clerk: Walker) -> None:
    clerk.go(f"{TITLES}/?nam=2022")
    clerk.press("Mở năm 2022")
    clerk.fill(citation="Kế hoạch 3/KH-UBND (minh họa)")
    send(clerk)
    clerk.press("Ghi đăng ký")
    clerk.fill(on="15/1/2022")
    for name in (SON, LAN):
        clerk.page.get_by_label(name).check()
    send(clerk)
    clerk.press("Đề nghị xét")
    clerk.fill(on="21/12/2022")
    for name in (SON, LAN):
        clerk.page.get_by_label(name).check()
    send(clerk)
    clerk.follow(clerk.page.get_by_role("link", name="Hội đồng", exact=True))
    clerk.fill(citation="Quyết định 5/QĐ-UBND (minh họa)")
    clerk.page.locator("[name=chair]").select_option(label=CHAIRMAN)
    clerk.page.locator("[name=secretary]").select_option(label=SECRETARY)
    for name in (CHAIRMAN, SECRETARY, CLERK):
        clerk.page.get_by_role("checkbox", name=name).check()
    send(clerk)
    clerk.press("Ghi kết quả bỏ phiếu")
    clerk.fill(on="22/12/2022")
    for name, agreed, against in ((SON, "3", "0"), (LAN, "1", "1")):
        clerk.page.get_by_label(f"{name}: Đồng ý", exact=True).fill(agreed)
        clerk.page.get_by_label(f"{name}: Không đồng ý", exact=True).fill(against)
    send(clerk)
    clerk.sees("= 2, khác 3 phiếu phát ra")
    clerk.page.get_by_label(f"{LAN}: Không đồng ý", exact=True).fill("2")
    send(clerk)
    clerk.sees("3 phiếu đồng ý trên tổng số 3 thành viên")
    assert clerk.download("In biên bản").startswith(b"%PDF")

    clerk.go(f"{TITLES}/?nam=2022")
    clerk.sees("Chưa đo được")
    clerk.press("Ghi quyết định")
    clerk.fill(decision="310/QĐ-UBND (minh họa)", on="25/12/2022")
    clerk.page.get_by_label(SON).check()
    clerk.page.locator("[name=all_results]").check()
    send(clerk)
    clerk.sees("1 trong 12 người đang làm việc (8,33 %)", "Hội đồng chưa đề nghị")


def test_objective_seven_counts_itself_and_names_only_to_who_may_see_them(clerk: Walker, walk: Walk) -> None:
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press("đạt danh hiệu lao động tiên tiến")
    clerk.sees("chưa ghi là đã đủ mọi quyết định của năm")
    clerk.go(f"{TITLES}/?nam=2021")
    clerk.press("Đã đủ mọi quyết định của năm")
    send(clerk)
    clerk.sees("8 trong 12 người đang làm việc (66,66 %)")
    clerk.go("/muc-tieu/?nam=2021")
    clerk.press("đạt danh hiệu lao động tiên tiến")
    clerk.sees("Đến 31/12/2021, đếm từ sổ")
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.sees(LAN)
    auditor = person(walk, "danhgia")
    for path in (clerk.page.url.removeprefix(clerk.address), f"{TITLES}/?nam=2021"):
        auditor.go(path)
        assert LAN not in auditor.page.locator("main").inner_text()
    auditor.sees("8 trong 12 người đang làm việc (66,66 %)", "trái với việc xếp loại trung thực")


def test_the_competence_page_is_printed_for_an_auditor(walk: Walk) -> None:
    auditor = person(walk, "danhgia")
    auditor.go("/nhan-su/nang-luc/")
    assert auditor.download("Bản in 7.2, 7.3").startswith(b"%PDF")
