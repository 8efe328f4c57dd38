"""The reader on real texts that are not part of the project; says loudly when they are absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.reader import FIELDS, score

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import is_decision, read_decision
from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.paragraphs import read_mark
from chuan.rules.decision_text.promises import read_targets
from chuan.rules.targets.types import Quantity


def test_the_36_decisions_are_identified(shared: Path) -> None:
    scores, _ = score(shared / "data" / "decisions")
    assert {name: scores[name].wrong for name in FIELDS} == {name: [] for name in FIELDS}


def test_none_of_them_holds_quality_objectives_nor_an_open_question(shared: Path) -> None:
    for path in sorted((shared / "data" / "decisions").glob("*.txt")):
        reading = read_decision(path.read_text(encoding="utf-8"), lexicon=reader_lexicon())
        assert is_decision(reading), path.name
        assert reading.objectives == (), path.name
        assert reading.questions == (), path.name
        assert all((reading.subject, reading.bases, reading.articles, reading.proposer)), path.name


def test_every_real_target_line_yields_a_figure(shared: Path) -> None:
    for line in (shared / "data" / "targets" / "lines.txt").read_text(encoding="utf-8").splitlines():
        flat = flatten(line)
        mark = read_mark(flat.low)
        targets = read_targets(flat, mark.end if mark else 0, len(flat.text), reader_lexicon(), heading=False)
        assert any(t.value is not None or t.low is not None or t.n for t in targets), line
        assert all(t.quantity is not Quantity.NONE for t in targets), line


@pytest.mark.parametrize("template", ["Chỉ tiêu đạt {} {}", "Chỉ tiêu {} {}"])
def test_every_figure_and_unit_of_agency_pages_is_read(shared: Path, template: str) -> None:
    facts = json.loads((shared / "data" / "targets" / "facts.json").read_text(encoding="utf-8"))
    for fact in facts:
        if (
            fact["op"] not in ("=", "<", ">", ">=")
            or not isinstance(fact["value"], int | float)
            or fact["unit"] == "/40"
        ):
            continue
        cue = {"=": "", "<": "dưới ", ">": "trên ", ">=": "từ "}[fact["op"]]
        written = f"{fact['value']:,}".replace(",", "_").replace(".", ",").replace("_", ".")
        flat = flatten(
            template.format(cue + written, fact["unit"] + (" trở lên" if fact["op"] == ">=" else ""))
        )
        (target,) = read_targets(flat, 0, len(flat.text), reader_lexicon(), heading=False)
        assert float(target.value or 0) == pytest.approx(fact["value"]), flat.text
        assert (target.comparator or "") == {"<": "less_than", ">": "more_than"}.get(
            fact["op"], "at_least"
        ), flat.text
