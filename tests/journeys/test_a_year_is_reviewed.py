"""A year is reviewed: inputs that nobody gave keep it from being signed, a decision ends in its owner's work.

The road of the ISO secretary, of the Chairman who signs, and of who was given a decision (docs/manual, chapter 44).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

LAN, SON = "Bùi Thị Lan (minh họa)", "Đặng Quốc Sơn (minh họa)"
COUNTER = "Mở thêm một quầy sáng thứ Hai (minh họa)"


def person(walk: Walk, username: str) -> Walker:
    """Somebody signed in at his own screen."""
    walker = walk()
    walker.sign_in(username)
    return walker


def send(walker: Walker) -> None:
    """The one main button of the form that is open."""
    walker.follow(walker.page.locator("main form button.btn-primary").first)


def test_inputs_are_collected_frozen_and_answered_decisions_given_and_signed(walk: Walk) -> None:
    secretary = person(walk, "thukyiso")
    secretary.go("/xem-xet/")
    secretary.press("Ghi tiếp XX-01/2021")
    home = secretary.page.url.removeprefix(secretary.address)
    secretary.press("Xem đầu vào")
    secretary.sees("Mục tiêu 3, Thủ tục hành chính", "chưa đo được", "Còn thiếu")

    secretary.go(f"{home}hop/")
    secretary.page.get_by_label(SON, exact=True).uncheck()
    secretary.fill(opinions="Thống nhất số liệu (minh họa)")
    send(secretary)
    secretary.sees(f"Chưa ghi vì sao vắng: {SON}")
    assert secretary.page.locator("[name=opinions]").input_value() == "Thống nhất số liệu (minh họa)"
    secretary.page.get_by_label(f"Lý do vắng của {SON}").fill("đi đo đất (minh họa)")
    send(secretary)
    secretary.sees("Đã ghi cuộc họp và chốt đầu vào", "Ghi kết luận của cuộc họp")

    secretary.press("Ghi kết luận")
    secretary.fill(words=COUNTER, due_on="1/12/2021")
    secretary.page.locator("[name=owner]").select_option(label=LAN)
    send(secretary)
    secretary.sees("Hạn 01/12/2021 trước ngày họp 30/12/2021")
    assert secretary.page.locator("[name=words]").input_value() == COUNTER
    secretary.fill(due_on="31/3/2022")
    send(secretary)
    for _ in range(2):
        secretary.go(f"{home}khong-can/")
        secretary.fill(words="Đủ như hiện nay (minh họa)")
        send(secretary)

    chairman = person(walk, "chutich")
    chairman.go(f"{home}ky/")
    send(chairman)
    chairman.sees("Không ký khi thiếu đầu vào: a")
    secretary.go(f"{home}dau-vao/")
    while (one := secretary.page.get_by_role("link", name="Ghi lời cho mục này")).count():
        secretary.follow(one.first)
        secretary.fill(words="Chưa có ở đơn vị ví dụ (minh họa)")
        secretary.page.locator("[name=unknown]").check()
        send(secretary)
    secretary.sees("Đủ 12 đầu vào")
    chairman.go(home)
    chairman.press("Xem và ký")
    send(chairman)
    chairman.sees("Đã ký.", "Mã kiểm", "các việc được giao đang làm")


def test_its_owner_finds_the_decision_among_his_work_and_shows_that_it_is_done(walk: Walk) -> None:
    lan = person(walk, "vanhoa")
    lan.go("/viec-cua-toi/")
    lan.sees(COUNTER)
    lan.go("/xem-xet/quyet-dinh/")
    lan.press(COUNTER)
    lan.fill(evidence="Thông báo lịch quầy (minh họa)")
    send(lan)
    lan.sees("Đã ghi việc đã xong", "Thông báo lịch quầy (minh họa)")
    secretary = person(walk, "thukyiso")
    secretary.go("/xem-xet/")
    secretary.sees("Đã thực hiện xong", "Quá hạn: phải họp trước hết ngày 30/12/2022")
