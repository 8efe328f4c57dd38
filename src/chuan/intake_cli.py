"""``chuan intake FILE``: what a register's file holds, cell by cell; with ``--as NAME`` it is received too.

Without ``--as`` it only looks, needs no database and stores nothing.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django

from chuan.dossiers.fields import REGISTERS
from chuan.exchange.tables import TABLES, check_size, read_tables
from chuan.intake.layouts import recognise
from chuan.intake.reading import Found, ReadResult, facts_above, find_table, read_rows
from chuan.intake.reading.types import ColumnMap, Facts

_SHOWN = 20
"""Lines of one kind printed before "và n chỗ nữa"."""


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("file")
    verb.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì vào Chuẩn")
    verb.add_argument(
        "--as", dest="username", default="", metavar="TÊN", help="tên đăng nhập của người nhập tệp"
    )
    verb.add_argument(
        "--yes", action="store_true", help="nhập luôn khi khuôn đã biết và không có gì phải hỏi"
    )
    gone = verb.add_mutually_exclusive_group()
    gone.add_argument("--keep-gone", action="store_true", help="giữ lại các dòng không còn trong tệp")
    gone.add_argument("--drop-gone", action="store_true", help="bỏ ra các dòng không còn trong tệp")
    verb.add_argument("--json", action="store_true")


def intake(given: argparse.Namespace) -> int:
    """Look into the file, or receive it for whoever is named. Raises ``Refused``."""
    path = Path(given.file)
    check_size(path.stat().st_size, limits=TABLES)
    if given.dry_run or not given.username:
        return _look_only(path, as_json_text=given.json)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
    from chuan.intake.by_command import receive

    keep_gone = True if given.keep_gone else False if given.drop_gone else None
    done = receive(
        path.read_bytes(),
        path.name,
        username=given.username,
        commits=given.yes,
        keep_gone=keep_gone,
        clock=_now,
    )
    print(json.dumps(done.as_json(), ensure_ascii=False, indent=2) if given.json else "\n".join(done.lines()))
    return 0 if done.well else 2


def _now() -> datetime:
    return datetime.now(UTC)


def _look_only(path: Path, *, as_json_text: bool) -> int:
    found = find_table(read_tables(path.read_bytes(), name=path.name), REGISTERS, name=path.name)
    layout = recognise(found.header)
    mapping = layout.mapping if layout and layout.register == found.register.key else found.proposal.mapping
    facts = facts_above(found.table, found.header.first)
    result = read_rows(found.table, found.header, mapping, found.register)
    name = layout.name if layout else ""
    if as_json_text:
        print(json.dumps(as_json(found, mapping, facts, result, name), ensure_ascii=False, indent=2))
    else:
        print("\n".join(told(found, mapping, facts, result, name)))
    return 0


def told(found: Found, mapping: ColumnMap, facts: Facts, result: ReadResult, layout: str) -> Iterator[str]:
    """The preview in Vietnamese lines."""
    shape = f"khuôn đã biết: {layout}" if layout else "khuôn mới"
    yield f"Sổ: {found.register.title}; bảng “{found.table.name}”, {shape}"
    if facts.unit:
        yield f"Đơn vị ghi trong tệp: {facts.unit}"
    yield f"Kỳ ghi trong tệp: {_period(facts)}"
    left_out = f"{len(result.unreadable)} ô không đọc được; bỏ qua {len(result.skipped)} dòng"
    yield f"Đọc được {len(result.rows)} dòng; {left_out}"
    yield "Cột ghép: " + "; ".join(_kept(found, mapping))
    if result.dropped:
        yield "Cột không lưu: " + "; ".join(one.text for one in result.dropped)
    yield from _some(
        [f"  {one.place} [{one.typed}] {one.sentence}" for one in result.unreadable], "Không đọc được:"
    )
    yield from _some([f"  {one.place} {one.sentence}" for one in result.doubts], "Cần xem lại:")
    yield from _some(
        [f"  {one.place} {one.text}" for one in result.skipped], "Bỏ qua (nhóm, cộng, số thứ tự cột):"
    )
    yield "Chỉ xem trước: chưa ghi gì vào Chuẩn. Muốn đưa tệp vào, thêm --as và tên đăng nhập của người nhập."


def as_json(
    found: Found, mapping: ColumnMap, facts: Facts, result: ReadResult, layout: str
) -> dict[str, Any]:
    """The preview as plain values; rows hold mapped fields only."""
    return {
        "register": found.register.key,
        "layout": layout or None,
        "unit": facts.unit or None,
        "covers": [facts.period.start.isoformat(), facts.period.end.isoformat()] if facts.period else None,
        "columns": dict(mapping.columns),
        "dropped": [one.text for one in result.dropped],
        "rows": [{"place": row.place, "code": row.code, **row.values} for row in result.rows],
        "unreadable": [
            {"place": one.place, "column": one.column, "typed": one.typed, "sentence": one.sentence}
            for one in result.unreadable
        ],
        "doubts": [{"place": one.place, "sentence": one.sentence} for one in result.doubts],
        "skipped": [{"place": one.place, "why": str(one.why), "text": one.text} for one in result.skipped],
    }


def _kept(found: Found, mapping: ColumnMap) -> Iterator[str]:
    """Labels of the fields that are stored: personal ones only for a named purpose."""
    for field in found.register.fields:
        if field.name in mapping.columns.values() and (not field.personal or field.name in mapping.purposes):
            yield field.label


def _period(facts: Facts) -> str:
    if facts.period is None:
        return "không thấy; khi nhập phải ghi tệp nói về những ngày nào"
    last = facts.period.end.toordinal() - 1
    return f"{facts.period.start:%d/%m/%Y} – {type(facts.period.start).fromordinal(last):%d/%m/%Y}"


def _some(lines: list[str], heading: str) -> Iterator[str]:
    if lines:
        yield heading
        yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"  và {len(lines) - _SHOWN} chỗ nữa"
