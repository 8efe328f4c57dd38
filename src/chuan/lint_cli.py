"""``chuan lint FILE``: departures of a paper from Nghị định 30/2020/NĐ-CP; needs no database.

Exit code 0 when nothing was found, 1 when something was, 2 when the file cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from chuan.exchange.paper_sheet import sheet_of
from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Departure, FormRules, Identity, Weight, check, identify
from chuan.rules.refusals.paper_form import FormRulesNotHeld, PaperKindUnknown
from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold, read_date
from chuan.rules.working_time import VIETNAM

_WEIGHTS = {Weight.MUST: "phải sửa", Weight.SHOULD: "nên xem lại"}
_DOUBTS = {
    Sure.REPORTED: "theo tài liệu thuật lại",
    Sure.UNVERIFIED: "chưa tìm thấy câu quy định, theo thông lệ",
}


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("file")
    verb.add_argument(
        "--kind", default="", metavar="LOẠI", help="loại văn bản: QĐ, BC, công văn (mặc định: tự nhận)"
    )
    verb.add_argument(
        "--on", default="", metavar="NGÀY", help="xét theo quy định ngày này (mặc định: ngày của văn bản)"
    )
    verb.add_argument("--json", action="store_true")


def lint(given: argparse.Namespace) -> int:
    """Check the file's form. Raises ``Refused`` when it cannot be read or the wish not be met."""
    path = Path(given.file)
    sheet = sheet_of(path.read_bytes(), path.name)
    today = datetime.now(VIETNAM).date()
    known = identify(sheet, form_rules(today))
    on = read_date(given.on) if given.on else known.on or today
    rules = _rules(on)
    kind = kind_of(given.kind, rules) if given.kind else ""
    departures = () if known.normative else check(sheet, rules, on, kind=kind)
    seen = Identity(kind or known.kind, on, known.normative)
    if given.json:
        printed = json.dumps(as_json(path.name, seen, departures), ensure_ascii=False, indent=2)
    else:
        printed = "\n".join(told(path.name, seen, departures))
    sys.stdout.write(f"{printed}\n")
    return 1 if departures else 0


def kind_of(typed: str, rules: FormRules) -> str:
    """The name of a type from its name or abbreviation ("QĐ", "bao cao"). Raises PaperKindUnknown."""
    if fold(typed) == "cv":
        return "Công văn"
    for name, short in rules.types.items():
        if typed == short or fold(typed) == fold(name):
            return name
    found = [name for name, short in rules.types.items() if short and fold(typed) == fold(short)]
    if len(found) == 1:
        return found[0]
    raise PaperKindUnknown(typed=typed)


def told(name: str, seen: Identity, departures: tuple[Departure, ...]) -> Iterator[str]:
    """The result in Vietnamese lines."""
    yield f"{name}: {seen.kind or 'không rõ loại'}, xét theo quy định ngày {seen.on:%d/%m/%Y}"
    if seen.normative:
        yield "Văn bản quy phạm pháp luật: không thuộc phạm vi Nghị định 30/2020/NĐ-CP, không xét."
        return
    if not departures:
        yield "Không thấy chỗ nào sai thể thức."
        return
    must = sum(one.weight is Weight.MUST for one in departures)
    yield f"{len(departures)} chỗ: {must} phải sửa, {len(departures) - must} nên xem lại"
    for one in departures:
        yield ""
        yield from _lines(one)


def _lines(one: Departure) -> Iterator[str]:
    page = f"trang {one.place.page}, " if one.place.page else ""
    yield f"{page}dòng {one.place.line} [{_WEIGHTS[one.weight]}] {one.said}"
    if one.found:
        yield f"    đang ghi: {one.found}"
    yield f"    {one.mend}"
    doubt = f" ({_DOUBTS[one.sure]})" if one.sure in _DOUBTS else ""
    yield f"    căn cứ: {one.act}, {one.article}{doubt}"


def as_json(name: str, seen: Identity, departures: tuple[Departure, ...]) -> dict[str, Any]:
    """The result as plain values; ``start`` and ``end`` count code points of the extracted text."""
    return {
        "file": name,
        "kind": seen.kind or None,
        "on": seen.on.isoformat() if isinstance(seen.on, date) else None,
        "normative": seen.normative,
        "departures": [
            {
                "code": one.code,
                "weight": str(one.weight),
                "line": one.place.line,
                "page": one.place.page,
                "start": one.place.span.start,
                "end": one.place.span.end,
                "found": one.found,
                "said": one.said,
                "mend": one.mend,
                "replacement": one.replacement,
                "act": one.act,
                "article": one.article,
                "sure": str(one.sure),
            }
            for one in departures
        ],
    }


def _rules(on: date) -> FormRules:
    try:
        return form_rules(on)
    except LookupError:
        raise FormRulesNotHeld(on=on) from None
