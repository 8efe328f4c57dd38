"""A page that lay on its side or upside down, turned upright. Pure."""

from __future__ import annotations

from chuan.exchange.extracted import SeenPage

Box = tuple[int, int, int, int]


def upright(page: SeenPage, box: Box) -> Box:
    """The box as it lies once the page is turned upright."""
    left, top, right, bottom = box
    if page.turns == 1:
        return page.height - bottom, left, page.height - top, right
    if page.turns == 2:
        return page.width - right, page.height - bottom, page.width - left, page.height - top
    if page.turns == 3:
        return top, page.width - right, bottom, page.width - left
    return box


def size_upright(page: SeenPage) -> tuple[int, int]:
    """Width and height in dots once the page is turned upright."""
    return (page.height, page.width) if page.turns % 2 else (page.width, page.height)
