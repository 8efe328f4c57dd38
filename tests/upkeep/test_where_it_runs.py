"""The manual's chapter on who reaches what from where says what the house does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.urls import Resolver404, URLResolver, get_resolver, resolve

from chuan.people.middleware import PUBLIC
from chuan.upkeep.lan import authority

CHAPTER = Path(__file__).resolve().parents[2] / "docs" / "manual" / "55-noi-chay.md"


def told() -> list[str]:
    """The addresses of the table of what opens without signing in."""
    found = re.findall(r"^\| `(/[^`]*)` \|", CHAPTER.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [one.removesuffix("…") for one in found]


def addresses(patterns: Any = None, before: str = "/", space: str = "") -> Iterator[tuple[str, str]]:
    """Every address of the house, with the name of its view."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from addresses(
                one.url_patterns, pattern, f"{space}{one.namespace}:" if one.namespace else space
            )
        else:
            yield pattern, f"{space}{one.name}"


def test_the_table_names_every_address_that_opens_without_signing_in_and_no_other():
    public = {pattern for pattern, name in addresses() if name in PUBLIC}
    assert len(public) >= len(told()) > 5
    assert {one for one in public if not one.startswith(tuple(told()))} == set()
    assert {one for one in told() if not any(path.startswith(one) for path in public)} == set()


@pytest.mark.parametrize("before", ["/phan-anh/", "/khao-sat/"])
def test_citizens_write_only_where_the_machine_was_chosen(settings, before: str):
    pattern = next(pattern for pattern, _name in addresses() if pattern.startswith(before))
    path = re.sub(r"<uuid:[^>]*>", str(uuid4()), pattern)
    path = re.sub(r"<[^>]*>", "18115", path)
    settings.PUBLIC_FEEDBACK = settings.PUBLIC_SURVEY = True
    assert resolve(path)
    settings.PUBLIC_FEEDBACK = settings.PUBLIC_SURVEY = False
    with pytest.raises(Resolver404):
        resolve(path)


def test_the_days_of_certificates_are_those_of_the_house():
    text = CHAPTER.read_text(encoding="utf-8")
    assert f"dài {authority.SERVER_LASTS.days} ngày" in text
    assert f"trong {authority.RENEWED.days} ngày cuối" in text
    assert authority.AUTHORITY_LASTS.days // 365 == 10
    assert "Chứng thư gốc dài mười năm" in text


def test_the_system_page_is_open_to_whom_the_chapter_names():
    access = CHAPTER.parents[1].joinpath("access.md").read_text(encoding="utf-8")
    columns, row = (
        re.search(rf"^\| {re.escape(first)} \|.*$", access[access.index("## upkeep") :], flags=re.MULTILINE)
        for first in ("address", "`/he-thong/`")
    )
    assert columns
    assert row
    cells = zip(columns.group().split("|"), row.group().split("|"), strict=True)
    assert {name.strip() for name, mark in cells if mark.strip() == "✓"} == {"CT", "QT"}
    assert "| Trang **Hệ thống**, sao lưu | Chủ tịch, quản trị |" in CHAPTER.read_text(encoding="utf-8")
