"""A late month is corrected: what nobody counted proves nothing, what was looked at does (docs/manual, chapter 41).

The road of an official who sees that something is wrong, of the ISO secretary, and of who does the action.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

SON = "Đặng Quốc Sơn (minh họa)"


def person(walk: Walk, username: str) -> Walker:
    """Somebody signed in at his own screen."""
    walker = walk()
    walker.sign_in(username)
    return walker


def send(walker: Walker) -> None:
    """The one main button of the form that is open."""
    walker.follow(walker.page.locator("main form button.btn-primary").first)


def choose(walker: Walker, **answers: str) -> None:
    """Choose in a list by the field and the value or words."""
    for name, value in answers.items():
        walker.page.locator(f"select[name={name}]").select_option(value)


def test_the_late_month_of_the_example_is_not_judged_before_it_is_counted(walk: Walk) -> None:
    secretary = person(walk, "thukyiso")
    secretary.go("/khac-phuc/")
    secretary.follow(secretary.page.locator("main tbody a").first)
    secretary.sees("nhập đủ số liệu của các kỳ chưa đo được", "Người phụ trách vắng mà không có người thay")
    secretary.press("Đánh giá hiệu lực")
    secretary.fill(words="Chắc là ổn (minh họa)")
    send(secretary)
    secretary.sees("chưa đo được không bao giờ tính là đạt")
    assert secretary.page.locator("[name=words]").input_value() == "Chắc là ổn (minh họa)"


def test_what_is_wrong_goes_from_raising_to_the_end(walk: Walk) -> None:
    clerk = person(walk, "tuphap")
    clerk.go("/khac-phuc/neu/")
    clerk.fill(what="Phiếu chuyển hồ sơ thiếu chữ ký (minh họa)", found_on="2/8/2021")
    send(clerk)
    clerk.sees("Đã nêu.", "Việc tiếp theo: ghi nguyên nhân.")
    case = clerk.page.url.removeprefix(clerk.address)

    secretary = person(walk, "thukyiso")
    secretary.go(case)
    secretary.press("Ghi nguyên nhân")
    secretary.fill(whys="Không ai kiểm phiếu\nMẫu phiếu không có ô ký", on="3/8/2021")
    choose(secretary, code_1="procedure_missing")
    secretary.fill(words_1="Mẫu phiếu thiếu ô ký (minh họa)", how_1="Xem 10 phiếu tháng 7")
    send(secretary)
    secretary.press("Lập kế hoạch")
    secretary.fill(on="5/8/2021", what_1="Sửa mẫu phiếu (minh họa)", due_1="4/8/2021")
    secretary.page.locator("[name=owner_1]").select_option(label=SON)
    secretary.fill(method="Xem 10 phiếu ở tủ A3, đủ chữ ký", periods="1")
    choose(secretary, measure="")
    send(secretary)
    secretary.sees("Hạn 04/08/2021 đến trước ngày lập kế hoạch 05/08/2021")
    secretary.fill(due_1="20/8/2021")
    send(secretary)
    secretary.sees("1 hành động chưa xong")

    son = person(walk, "diachinh")
    son.go("/viec-cua-toi/")
    son.press("Ghi kết quả")
    son.fill(words="Mẫu mới treo ở quầy (minh họa)", on="20/8/2021")
    send(son)
    son.sees("Đã ghi kết quả.", "Chờ đánh giá hiệu lực")

    secretary.go(case)
    secretary.press("Đánh giá hiệu lực")
    choose(secretary, seen_0="met")
    secretary.fill(seen_words_0="10/10 phiếu đủ chữ ký", words="Đã có hiệu lực (minh họa)")
    send(secretary)
    secretary.follow(secretary.page.locator("main a.btn-primary").first)
    secretary.fill(words="Giữ mẫu mới (minh họa)")
    send(secretary)
    secretary.sees("Đã kết thúc")
    assert secretary.download("Tải bản in").startswith(b"%PDF")
