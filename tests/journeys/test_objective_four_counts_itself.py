"""The year's lists of petitions dropped, and objective 4 counts itself, both of its promises; no file moves a due day.

The whole road of following petitions by file, as the clerk walks it who receives citizens.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chuan.demo_exports import escalations as above
from chuan.demo_exports import petitions as demo
from chuan.demo_exports import petitions_invented as invented
from tests.journeys.conftest import House, Walker
from tests.journeys.test_objective_three_counts_itself import done, drop, take_in

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]
PROMISE = "Đơn thư thuộc thẩm quyền được giải quyết"
PAST = "Đơn thư khiếu nại, khiếu kiện vượt cấp"
NAME = "Kha Thị Giấu Kín"


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented lists of the national database, of a portal and of a higher body."""
    folder = tmp_path_factory.mktemp("exports")
    for name, data in (*demo.files(), *above.files()):
        (folder / name.rpartition("/")[2]).write_bytes(data)
    return folder


@pytest.fixture
def clerk(walk: Walk) -> Walker:
    """Who receives citizens and petitions, signed in."""
    walker = walk()
    walker.sign_in("tuphap")
    return walker


def live(walker: Walker, promise: str = PROMISE) -> str:
    """What the registers count for a promise, as its page says it now."""
    walker.go("/muc-tieu/?nam=2021")
    walker.press(promise)
    return str(walker.page.locator("main").inner_text())


def test_two_lists_two_layouts_and_the_promise_is_counted(clerk: Walker, exports: Path) -> None:
    assert "Chưa đo được" in live(clerk)
    drop(clerk, exports / demo.LIST)
    clerk.sees("Mỗi cột trong tệp là gì")
    assert NAME not in clerk.page.content(), "ô của cột người gửi không bao giờ hiện"
    clerk.shot("don-thu-ghep-cot")
    clerk.press("Xác nhận cách ghép")
    clerk.sees("tố cáo Chủ tịch, Phó Chủ tịch: không nhận ở đây")
    assert "không được lưu ở sổ này, đã bỏ khỏi tệp" in clerk.page.content()
    clerk.shot("don-thu-xem-truoc")
    take_in(clerk)
    said = live(clerk)
    assert "phản ánh, kiến nghị trên cổng" in said, "còn thiếu danh sách của cổng"
    drop(clerk, exports / demo.PORTAL)
    clerk.press("Xác nhận cách ghép")
    done(clerk)
    take_in(clerk)
    said = live(clerk)
    assert "97,71" in said
    assert "Còn được để tồn tối đa 3 đơn" in said
    clerk.shot("muc-tieu-4")


def test_its_rows_open_and_agree_and_nobody_is_named(clerk: Walker) -> None:
    live(clerk)
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.sees("chưa giải quyết xong, đã quá hạn")
    assert NAME not in clerk.page.content()
    clerk.shot("muc-tieu-4-tung-dong")
    clerk.go("/don-thu/?nam=2021")
    clerk.sees("Khiếu nại", "Phản ánh")
    clerk.shot("don-thu-danh-sach")
    clerk.follow(clerk.page.locator("tbody tr a[href^='/don-thu/']").first)
    clerk.sees("Nguồn ghi")
    clerk.go(f"/tim/?q={NAME.replace(' ', '+')}")
    assert "không" in clerk.page.locator("main").inner_text().lower()


def test_nothing_past_the_ward_is_said_only_after_somebody_above_has_spoken(
    clerk: Walker, exports: Path
) -> None:
    assert "Đạt mức phải đạt" not in live(clerk, PAST)
    drop(clerk, exports / above.LIST)
    clerk.press("Xác nhận cách ghép")
    assert NAME not in clerk.page.content()
    take_in(clerk)
    said = live(clerk, PAST)
    assert "Đạt mức phải đạt: không để phát sinh" in said
    clerk.press("Xem từng dòng đứng sau con số này")
    clerk.sees("phường đã giải quyết xong trước đó")
    clerk.go("/don-thu/vuot-cap/?nam=2021")
    clerk.sees("0 vượt cấp, 3 đúng trình tự")
    clerk.shot("don-thu-vuot-cap")
    clerk.go("/don-thu/so-lieu/?nam=2021")
    clerk.sees("Tỷ lệ như mục tiêu đếm")
    clerk.shot("don-thu-so-lieu")


def test_whoever_may_not_see_a_denunciation_is_told_how_many_rows_are_hidden(walk: Walk) -> None:
    secretary = walk()
    secretary.sign_in("thukyiso")
    live(secretary)
    secretary.press("Xem từng dòng đứng sau con số này")
    secretary.sees("dòng của trang này không hiện vì anh/chị không được xem")


def test_figures_typed_by_hand_wait_to_be_replaced_by_counted_ones(clerk: Walker) -> None:
    clerk.go("/muc-tieu/do-tu-so/?nam=2021")
    clerk.sees(PROMISE)


def test_a_due_day_moved_after_it_passed_is_shown_and_mends_nothing(
    clerk: Walker, exports: Path, house: House
) -> None:
    drop(clerk, exports / demo.LATER)
    clerk.sees("đã thay đổi sau hạn", invented.letters()[invented.LATE].code)
    take_in(clerk)
    clerk.go("/don-thu/ghep-nguon/")
    clerk.sees("Không đơn nào đang chờ nguồn")
    clerk.shot("don-thu-ghep-nguon")
    for command in (("trail", "verify"), ("check", "projections")):
        ran = house.chuan(*command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
