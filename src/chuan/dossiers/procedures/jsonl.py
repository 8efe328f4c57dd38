"""A catalogue with one procedure a line, as JSON: the shape in which crawls of the national portal come."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from chuan.dossiers.procedures import published
from chuan.dossiers.procedures.types import (
    CODE_LETTERS,
    NAME_LETTERS,
    Catalogue,
    Offered,
    Unreadable,
    national_code,
)

MOST_LINES = 20_000


def looks_like_jsonl(data: bytes) -> bool:
    """Whether the bytes begin like JSON objects in lines."""
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def read_jsonl(data: bytes) -> Catalogue:
    """The procedures of the lines; a line that is none is named with its number, the others still come in."""
    rows: dict[str, Offered] = {}
    faults: list[Unreadable] = []
    for number, line in enumerate(data.decode("utf-8-sig", errors="replace").split("\n"), start=1):
        if not line.strip():
            continue
        place = f"dòng {number}"
        if number > MOST_LINES:
            faults.append(Unreadable(place, "", "", f"Quá {MOST_LINES} dòng. Tách tệp rồi nhập từng phần."))
            break
        found = _read(place, line)
        if isinstance(found, Unreadable):
            faults.append(found)
        elif found.code in rows:
            faults.append(_twice(found, rows[found.code]))
        else:
            rows[found.code] = found
    return Catalogue(tuple(rows.values()), tuple(faults))


def _read(place: str, line: str) -> Offered | Unreadable:
    try:
        raw = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return Unreadable(place, "", line[:80], "Dòng không phải JSON. Mở tệp kiểm tra dòng này.")
    if not isinstance(raw, dict):
        return Unreadable(
            place, "", line[:80], "Dòng không phải một thủ tục. Mỗi dòng là một đối tượng JSON."
        )
    code, name = national_code(_text(raw, "ma_thu_tuc")), published.known(_text(raw, "ten_thu_tuc"))
    if not code or len(code) > CODE_LETTERS:
        return Unreadable(
            place, "ma_thu_tuc", code[:80], "Thiếu mã thủ tục, hoặc mã quá dài. Bổ sung rồi nhập lại."
        )
    if not name or len(name) > NAME_LETTERS:
        return Unreadable(
            place, "ten_thu_tuc", name[:80], "Thiếu tên thủ tục, hoặc tên quá dài. Sửa rồi nhập lại."
        )
    return _offered(place, code, name, raw)


def _offered(place: str, code: str, name: str, raw: Mapping[str, Any]) -> Offered:
    ways = _text(raw, "cach_thuc_thuc_hien")
    return Offered(
        place=place,
        code=code,
        name=name,
        field=published.known(_text(raw, "linh_vuc"))[:200],
        agency=published.known(_text(raw, "co_quan_thuc_hien"))[:300],
        citation=_act(published.known(_text(raw, "so_quyet_dinh"))),
        legal_acts=published.acts(_text(raw, "can_cu_phap_ly")),
        components=published.papers(_text(raw, "thanh_phan_ho_so")),
        steps=published.steps(_text(raw, "trinh_tu_thuc_hien")),
        fees=published.fees(ways),
        results=published.results(_text(raw, "ket_qua_xu_ly")),
        limits_text=ways,
    )


def _act(number: str) -> str:
    return f"Quyết định {number}"[:300] if number else ""


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _twice(found: Offered, first: Offered) -> Unreadable:
    sentence = f"Mã này đã có ở {first.place}. Giữ một dòng rồi nhập lại."
    return Unreadable(found.place, "ma_thu_tuc", found.code, sentence)
