"""Real decisions copied from a website: counts per rule, and none of the alarms once found false."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Departure, Sheet, check, identify

pytestmark = pytest.mark.shared
LATEST = date(2026, 11, 1)
# Rules that no real decision among these departs from: what is told there would be a false alarm.
NEVER = {
    "nation_missing", "motto_missing", "motto_form", "agency_missing", "agency_case", "number_missing", "number_label",
    "number_zero", "number_year", "number_spaces", "number_slash", "symbol_wrong", "symbol_type", "date_missing",
    "date_day", "date_month", "date_comma", "type_missing", "type_case", "subject_missing", "subject_vv",
    "basis_missing", "decides_missing", "decides_form", "article_missing", "article_form", "article_order",
    "clause_order", "point_form", "point_order", "last_mark", "recipients_first", "recipients_hyphen",
    "recipients_end", "recipients_kept", "kept_by", "signature_missing", "signature_deputy", "signature_collective",
    "signature_own", "signer_missing", "signer_title", "decomposed", "double_space",
}  # fmt: skip


@cache
def judged(path: Path) -> tuple[Sheet, tuple[Departure, ...], bool]:
    sheet = Sheet.of_text(path.read_text(encoding="utf-8"))
    known = identify(sheet, form_rules(LATEST))
    on = known.on or LATEST
    return sheet, check(sheet, form_rules(on), on), known.normative


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    return sorted((shared / "data" / "decisions").glob("*.txt"))


def test_counts_per_rule(files: list[Path], capsys):
    rules, papers = Counter(), Counter()
    governed = 0
    for path in files:
        _, found, normative = judged(path)
        governed += not normative
        rules.update(one.code for one in found)
        papers.update({one.code for one in found})
    lines = [f"{len(files)} decisions, {governed} governed by the decree, {rules.total()} departures"]
    lines += [f"  {code:22} {count:4} in {papers[code]:2} papers" for code, count in rules.most_common()]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert not NEVER & set(rules)


def test_the_day_and_type_of_every_decision_is_known(files: list[Path]):
    for path in files:
        known = identify(Sheet.of_text(path.read_text(encoding="utf-8")), form_rules(LATEST))
        assert known.kind == "Quyết định", path.name
        day, month, year = path.stem[-8:-6], path.stem[-6:-4], path.stem[-4:]
        assert known.on == date(int(year), int(month), int(day)), path.name


def test_every_place_is_inside_the_text(files: list[Path]):
    for path in files:
        sheet, found, _ = judged(path)
        for one in found:
            assert 0 <= one.place.span.start < one.place.span.end <= len(sheet.text)


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("**QUYẾT ĐỊNH:**", "**QUYẾT ĐỊNH**", "decides_form"),
        ("Số: 1383/QĐ-BNV", "Số: 1383/2025/QĐ-BNV", "number_year"),
        ("*Hà Nội, ngày 26", "*Hà Nội ngày 26", "date_comma"),
        ("**Điều 2. **", "**Điều 3. **", "article_order"),
        ("*Căn cứ Luật Thống kê ngày 23 tháng 11 năm 2015;*", "*Căn cứ Luật Thống kê ngày 23 tháng 11 năm 2015,*",
         "basis_end"),
    ],
)  # fmt: skip
def test_a_clean_real_decision_once_spoiled_is_told(shared: Path, was: str, now: str, code: str):
    text = (shared / "data" / "decisions" / "1383-QD-BNV-26112025.txt").read_text(encoding="utf-8")
    on = date(2025, 11, 26)
    assert check(Sheet.of_text(text), form_rules(on), on) == ()
    assert text.count(was) >= 1
    assert code in [one.code for one in check(Sheet.of_text(text.replace(was, now, 1)), form_rules(on), on)]
