"""docs/iso9001.md has every clause once, by the words of the law data, and leads only to what is there."""

from __future__ import annotations

import re

from django.urls import resolve

from chuan.law.iso9001 import asking, clauses
from tests.guards.reading_source import ROOT

PAGE = (ROOT / "docs" / "iso9001.md").read_text("utf-8")
SECTION = re.compile(r"^## (\d+)\. (.+)$", re.MULTILINE)
ROW = re.compile(r"^\| \**([\d.]+)\** \| \**(.+?)\** \|(.*)\|$", re.MULTILINE)
ROWS = {
    number: [cell.strip() for cell in rest.split("|")]
    for number, _title, rest in ROW.findall(PAGE)
}  # fmt: skip
ASKING = {one.number for one in asking()}


def test_every_clause_stands_once_in_order_by_its_own_words():
    told = [(number, title) for number, title in SECTION.findall(PAGE)]
    told += [(number, title) for number, title, _rest in ROW.findall(PAGE)]
    known = [(one.number, one.title) for one in clauses().values()]
    assert sorted(told) == sorted(known)
    assert list(ROWS) == [number for number, _title in known if "." in number]


def test_a_clause_with_others_below_it_says_nothing_itself():
    assert not {number: cells for number, cells in ROWS.items() if number not in ASKING and any(cells)}


def test_a_clause_is_met_with_screens_code_and_evidence_or_said_to_be_missing():
    for number in ASKING:
        screen, code, evidence = ROWS[number]
        if screen.startswith("chưa có"):
            assert (code, evidence) == ("", ""), number
        else:
            assert "`/" in screen, number
            assert "`src/" in code, number
            assert evidence, number


def test_every_address_is_a_page_and_every_path_a_file_or_a_folder():
    addresses = set(re.findall(r"`(/[\w./-]+)`", PAGE))
    paths = set(re.findall(r"`((?:src|tests)/[\w./-]+)`", PAGE))
    assert len(addresses) > 20
    assert len(paths) > 40
    for address in addresses:
        assert resolve(address), address
    assert not [path for path in paths if not (ROOT / path).exists()]
