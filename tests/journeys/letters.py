"""Letters written down and acted on through their pages, as whoever receives and solves them does it."""

from __future__ import annotations

from tests.journeys.conftest import Walker

SENDER = "Nguyễn Thị Lụa (minh họa)"


def written(clerk: Walker, kind: str, text: str, received_on: str, *about: str) -> str:
    """A letter that came by post, its sender written down where one is kept; the address of its page."""
    clerk.go(f"/don-thu/ghi/{kind}/")
    clerk.page.locator("[name=channel]").select_option("post")
    clerk.fill(received_on=received_on, text=text)
    if clerk.page.locator("[name=nguoi1-name]").count():
        clerk.page.locator("[name=nguoi1-name]").fill(SENDER)
    for name in about:
        if not clerk.page.get_by_label(name).is_visible():
            clerk.page.get_by_text("Đơn nói tới cán bộ, công chức của đơn vị").click()
        clerk.page.get_by_label(name).check()
    clerk.press("Nhận đơn, cấp biên nhận")
    clerk.sees("Mã chỉ hiện một lần")
    opened = clerk.page.get_by_role("link", name="Mở đơn", exact=True).get_attribute("href")
    assert opened
    return opened


def act(walker: Walker, page: str, slug: str, **fields: str) -> None:
    """Open one act of a petition, type what it asks, send it."""
    walker.go(f"{page}{slug}/")
    walker.fill(**fields)
    send(walker)


def send(walker: Walker) -> None:
    """The one main button of the form that is open."""
    walker.follow(walker.page.locator("main form button.btn-primary").first)
