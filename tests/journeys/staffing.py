"""The first days of a real house: with an account comes an issued password, then an own one, then an app."""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.apps import App
from tests.journeys.conftest import Walker

CITATION = "Quyết định 15/QĐ-UBND ngày 04/01/2021 (minh họa)"


@dataclass(frozen=True)
class Person:
    """An official who comes in: name, username, the post and role to give."""

    name: str
    username: str
    post: str
    role: str

    @property
    def password(self) -> str:
        """The own one, set at the first sign-in."""
        return f"con thuyền của {self.username} qua sông Lam"


def hurried(screen: Walker) -> Walker:
    """Somebody whose pages other journeys hold against axe."""
    screen.examines = False
    return screen


def first_sign_in(screen: Walker, person: Person, issued: str) -> App:
    """With the issued password, then an own one, then the app that a real unit asks of everybody."""
    screen.sign_in(person.username, issued)
    assert screen.title == "Đổi mật khẩu"
    screen.fill(old=issued, new=person.password, again=person.password)
    screen.press("Đổi mật khẩu")
    screen.go("/viec-cua-toi/")
    assert screen.title == "Thiết lập xác thực hai lớp", "chưa có lớp thứ hai thì chưa mở được trang nào"
    app = App(screen.page.locator(".code").first.inner_text().replace(" ", ""))
    screen.fill(code=app.code(), password=person.password)
    screen.press("Bật xác thực hai lớp")
    screen.press("Đã cất danh sách")
    screen.sees("Còn 10 mã dự phòng.")
    return app


def taken_in(keeper: Walker, person: Person) -> str:
    """Added, appointed, given a role and an account; the password that is shown once."""
    keeper.go("/can-bo/them/")
    keeper.fill(name=person.name)
    keeper.press("Thêm")
    keeper.press("Bổ nhiệm")
    keeper.page.get_by_label("Hoặc chức danh mới").fill(person.post)
    _by_document(keeper)
    give_role(keeper, person.role)
    keeper.press("Cấp tài khoản")
    keeper.fill(username=person.username)
    _send(keeper)
    issued = keeper.page.locator("dd.code").inner_text()
    keeper.press("Đã trao, về trang cán bộ")
    return issued


def give_role(keeper: Walker, role: str) -> None:
    """On the page of the official."""
    keeper.press("Giao vai trò")
    keeper.page.get_by_label("Vai trò", exact=True).select_option(label=role)
    _by_document(keeper)


def sign_in_with_code(screen: Walker, person: Person, app: App) -> None:
    """Password, then what the app shows."""
    screen.sign_in(person.username, person.password)
    screen.fill(code=app.code())
    screen.press("Vào")


def _by_document(keeper: Walker) -> None:
    keeper.fill(since="04/01/2021", citation=CITATION)
    _send(keeper)


def _send(keeper: Walker) -> None:
    keeper.follow(keeper.page.locator("main form button.btn-primary"))
