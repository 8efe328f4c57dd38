"""Real papers of elsewhere, looked at where ``../shared/data`` stands: what must not be bound, what must be found.

None of these words were looked at when the reader was made to read better; they are the nearer measure.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from bench import report_files
from bench.saying import say
from chuan.law.lexicons import reader_lexicon
from chuan.law.report_words import of_name
from chuan.rules.report_figures import Home, Reading, Wanted, folds_of, read_report
from chuan.rules.vietnamese import written_number

HOME = Home("phường", "Bắc Hồng")
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
REAL = DATA / "targets"
DECISIONS = DATA / "decisions"
_PROMISE = re.compile(
    r"^(?:[-+•]|\(?\d+(?:\.\d+)*[.)]?|[a-zđ]\))?\s*(?:chỉ tiêu \d+:\s*)?"
    r"(?P<name>(?:tỷ|tỉ) (?:lệ|trọng) [^;:.%\d]{8,110}?)\s+"
    r"(?:phấn đấu\s+)?đạt\s+(?:(?:tối thiểu|trên|ít nhất|khoảng)\s+)?(?P<value>\d[\d.,]*)\s*%",
    re.IGNORECASE,
)
"""A promised rate of a real paper: its words and how much."""


def real(asked: Sequence[Wanted]) -> list[str]:
    """Every real set; what went wrong, in words."""
    told = lines_and_facts(asked)
    told += promises_told_as_results()
    return told + decisions(asked)


def lines_and_facts(asked: Sequence[Wanted]) -> list[str]:
    """Lines and facts of real papers."""
    lines = (REAL / "lines.txt").read_text(encoding="utf-8").splitlines()
    bound = [(line, one) for line in lines for one in
             read_report(line, asked, home=HOME, lexicon=reader_lexicon()).proposals if not one.doubts]  # fmt: skip
    say("dòng văn bản thật của nơi khác: gắn không hỏi vào chỉ tiêu của phường", len(bound), f"/{len(lines)}")
    right = mistaken = total = 0
    told = [f"thật: {one.key} ← {line[:140]}" for line, one in bound]
    for at, value, name, found in facts_again():
        total += 1
        sure = [one for one in found.proposals if not one.doubts]
        right += any(one.key == str(at) and one.amount.value == value for one in sure)
        off = [one for one in sure if one.key != str(at) or one.amount.value != value]
        mistaken += len(off)
        told += [f"sự kiện: {name} → {one.key} {one.amount.value}" for one in off]
    say("sự kiện thật nói lại thành lời: đọc được", 100 * right / max(total, 1), "%")
    say("sự kiện thật nói lại thành lời: gắn nhầm", mistaken, f"/{total}")
    return told


def facts_again() -> Iterator[tuple[int, Fraction, str, Reading]]:
    """Every real fact said in plain words, among the other facts of its agency: (which, value, unit, what was read)."""
    facts: list[dict[str, Any]] = json.loads((REAL / "facts.json").read_text(encoding="utf-8"))
    by_agency: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in facts:
        if isinstance(one["value"], int | float) and one["unit"]:
            by_agency[one["agency"]].append(one)
    for agency, group in by_agency.items():
        asked = tuple(_named(str(at), one) for at, one in enumerate(group))
        for at, one in enumerate(group):
            value = Fraction(str(one["value"]))
            text = (
                f"BÁO CÁO\nTình hình năm 2021\n- {one['metric']} đạt {written_number(value)} {one['unit']}."
            )
            yield (
                at,
                value,
                f"{agency}: {one['metric']}",
                read_report(text, asked, home=HOME, lexicon=reader_lexicon()),
            )


def _named(key: str, one: dict[str, Any]) -> Wanted:
    shape = "share" if one["unit"] == "%" else "level"
    return Wanted(key, one["metric"], one["unit"], shape, of_name(one["metric"]).wordings)


def promises_told_as_results() -> list[str]:
    """Rates that real papers promise, told as reached: in a sentence each, and in a table of a PDF, all beside all."""
    named = _promises()
    asked = [Wanted(key, name, "%", "share", of_name(name).wordings) for key, (name, _value) in named.items()]
    head = "BÁO CÁO\nTình hình năm 2025\n"
    said = head + "\n".join(f"- {name} đạt {written_number(value)}%." for name, value in named.values())
    rows = ["TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025\tThực hiện năm 2025"]
    rows += [
        f"{at}\t{name}\t%\t{written_number(value - 1)}\t{written_number(value)}"
        for at, (name, value) in enumerate(named.values(), 1)
    ]
    told = _scored("lời", said, asked, named)
    for style in report_files.STYLES:
        text = report_files.through_pdf(head + "\n".join(rows), style)
        told += _scored(f"bảng PDF {style}", text, asked, named)
    return told


def _promises() -> dict[str, tuple[str, Fraction]]:
    found: dict[str, tuple[str, Fraction]] = {}
    seen: set[str] = set()
    for line in (REAL / "lines.txt").read_text(encoding="utf-8").splitlines():
        match = _PROMISE.match(line.strip())
        if match and match["name"].lower() not in seen:
            seen.add(match["name"].lower())
            found[str(len(found))] = (match["name"], Fraction(match["value"].replace(",", ".")))
    return found


def _scored(
    name: str, text: str, asked: Sequence[Wanted], named: dict[str, tuple[str, Fraction]]
) -> list[str]:
    found = read_report(text, asked, home=HOME, lexicon=reader_lexicon())
    sure = [one for one in found.proposals if not one.doubts]
    right = {one.key for one in sure if one.amount.value == named[one.key][1]}
    wrong = [one for one in sure if one.amount.value != named[one.key][1]]
    say(f"chỉ tiêu thật nói như kết quả, {name}: đọc được", 100 * len(right) / max(len(named), 1), "%")
    say(f"chỉ tiêu thật nói như kết quả, {name}: gắn nhầm", len(wrong), f"/{len(named)}")
    return [f"{name}: {named[one.key][0]} ← {one.amount.value} ({one.phrase})" for one in wrong]


def decisions(asked: Sequence[Wanted]) -> list[str]:
    """Whole decisions of other offices: nothing of theirs is ours."""
    papers = sorted(DECISIONS.glob("*.txt"))
    bound, lists = [], 0
    for paper in papers:
        text = paper.read_text(encoding="utf-8")
        lists += len(folds_of(text))
        read = read_report(text, asked, home=HOME, lexicon=reader_lexicon())
        bound += [f"{paper.name}: {one.key} {one.phrase}" for one in read.proposals if not one.doubts]
    say("quyết định thật của nơi khác: số gắn không hỏi", len(bound), f"/{len(papers)} văn bản")
    say("quyết định thật của nơi khác: danh sách tên gập lại", lists, "")
    return bound
