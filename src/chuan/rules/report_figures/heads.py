"""The head of a report: who issued it, its citation, the days it speaks of, and whether they are estimates."""

from __future__ import annotations

import re
from datetime import date

from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.header import read_head as read_paper_head
from chuan.rules.report_figures.periods_said import mentions
from chuan.rules.report_figures.types import Head, Home, Said
from chuan.rules.vietnamese import UPPER, fold

KINDS = (
    ("quyết định", r"quyết\s+định"),
    ("thông báo", r"thông\s+báo"),
    ("công văn", r"công\s+văn"),
    ("biểu", r"biểu|bảng\s+tổng\s+hợp"),
    ("báo cáo", r"báo\s+cáo"),
)
_NO_NAMES = frozenset({"nong thon moi", "van hoa", "an toan", "dat", "nay"})
_TITLE_LINES = 6
_NO_TITLE = re.compile(
    r"\s*(?:[-–+•]|[ivx]{1,4}[.)]|\d{1,2}[.)]|[a-zđ][.)]|kính\s+gửi|căn\s+cứ|thực\s+hiện\s+|phần\s|điều\s+\d|tt\b)"
)
_HEAD = 4000
_TITLED = re.compile(r"^[ \t]*(?:báo\s+cáo|thông\s+báo|quyết\s+định|biểu|bảng\s+tổng\s+hợp)", re.MULTILINE)
_AHEAD = re.compile(r"(?:phương\s+hướng|nhiệm\s+vụ\s+trọng\s+tâm|nhiệm\s+vụ,|,\s+nhiệm\s+vụ|kế\s+hoạch)")
_COMMUNE = re.compile(
    r"(?<!\w)(?P<kind>[Pp]hường|PHƯỜNG|[Xx]ã|XÃ|[Tt]hị\s+trấn|[Đđ]ặc\s+khu)\s+"
    rf"(?P<name>[{UPPER}][^\W\d_]*(?:[ \n]+[{UPPER}][^\W\d_]*){{0,3}})",
)
_COMMUNE_SMALL = re.compile(
    r"^(?:ủy|uỷ)\s+ban\s+nhân\s+dân\s+(?P<kind>phường|xã|thị\s+trấn|đặc\s+khu)\s+(?P<name>.+)$"
)
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")


def read_head(text: str, home: Home) -> Head:
    """Issuer, citation, days and stage. A name of another commune-level unit is told, never changed."""
    head = text[:_HEAD]
    paper = read_paper_head(flatten(head))
    issuer = paper.issuer.value if paper.issuer else ""
    on = paper.on.value if paper.on else None
    kind = paper.type.value.lower() if paper.type else _kind(head)
    titled = _title(head)
    return Head(
        kind=kind,
        issuer=issuer,
        other_home=_other_home(issuer, home),
        citation=_citation(kind, paper.number.value if paper.number else "",
                           paper.symbol.value if paper.symbol else "", on),
        issued_on=on,
        period=_period(titled, head.lower(), on),
        estimate=bool(re.search(r"(?<!\w)ước\s+(?:thực\s+hiện|đạt|kết\s+quả|tháng|quý|\d|cả\s+năm)", titled)),
    )  # fmt: skip


def other_commune(text: str, home: Home) -> str:
    """The last commune-level unit named in a stretch of text when it is not ours; "" otherwise."""
    found = [one for one in _COMMUNE.finditer(text) if fold(one["name"]) not in _NO_NAMES]
    if not found or _is_home(found[-1]["name"], home):
        return ""
    return f"{found[-1]['kind'].lower()} {' '.join(found[-1]['name'].split())}"


def _other_home(issuer: str, home: Home) -> str:
    found = _COMMUNE_SMALL.match(" ".join(issuer.lower().split()))
    if found is None or _is_home(found["name"], home):
        return ""
    return f"{found['kind']} {found['name'].title()}"


def _is_home(name: str, home: Home) -> bool:
    folded, own = fold(name), fold(home.name)
    return folded == own or folded.startswith(own + " ") or own.startswith(folded + " ")


def _kind(head: str) -> str:
    low = head.lower()
    return next((name for name, words in KINDS if re.search(words, low)), "")


def _title(head: str) -> str:
    """The lines under the name of the type that are still its title; the first lines where no type is named."""
    low = head.lower()
    found = _TITLED.search(low)
    if found is None:
        return low[:1200]
    lines = low[found.start() :].split("\n")
    kept = [lines[0]]
    for line in lines[1:_TITLE_LINES]:
        if _NO_TITLE.match(line) or "\t" in line or line.rstrip().endswith((".", ";", ":")):
            break
        kept.append(line)
    return "\n".join(kept)


def _period(titled: str, low: str, on: date | None) -> Said | None:
    """The first days the title names, what is planned for later left aside; else "đến ngày" in the head."""
    now = _AHEAD.split(titled)[0]
    own, ahead = _YEAR.search(now), _YEAR.search(titled)
    found_year = own or ahead
    year = int(found_year[1]) if found_year else (on.year if on else None)
    named = [said for _start, _end, said in mentions(now, year)]
    if named and own is None and year is not None and _is_to_come(named[0], titled, year, on):
        named = [said for _start, _end, said in mentions(now, year - 1)]
    if not named:
        named = [said for _start, _end, said in mentions(low, year) if said.to_date]
    narrow = [said for said in named if said.period.days < 300]
    return next(iter(narrow or named), None)


def _is_to_come(said: Said, titled: str, year: int, on: date | None) -> bool:
    """Whether the only year of a title is that of what is planned: "tháng 12, nhiệm vụ tháng 01 năm 2022"."""
    if on is not None:
        return said.period.start > on
    planned = [other for _start, _end, other in mentions(titled, year)][1:]
    return any(other.period.start < said.period.start for other in planned)


def _citation(kind: str, number: str, symbol: str, on: date | None) -> str:
    """ "Báo cáo số 85/BC-UBND ngày 25/09/2021", as far as it is known."""
    name = kind[:1].upper() + kind[1:] or "Văn bản"
    parts = [name, f"số {number}/{symbol}" if number and symbol else "", f"ngày {on:%d/%m/%Y}" if on else ""]
    return " ".join(part for part in parts if part)
