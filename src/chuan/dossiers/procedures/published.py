"""Texts of the national portal as crawled: heads and cells run together, page furniture at the end."""

from __future__ import annotations

import re

from chuan.rules.time_limits import portal_rows
from chuan.rules.vietnamese import LOWER, UPPER, compose

_PAPERS_HEAD = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
_AMOUNT = re.compile(r"(?:(?<!\d)\d{1,2}|\d) bản (?:chính|sao)(?:,\s*\d+ bản (?:chính|sao))*")
_NONE_OF_IT = re.compile(r"\b0 bản (?:chính|sao),?\s*|,\s*0 bản (?:chính|sao)\b")
_TEMPLATE = re.compile(rf"(?<=[{LOWER})])[{UPPER}0-9][^;]*?\.(?:docx?|DOCX?|pdf|PDF|xlsx?|rar|zip)$")
_ENDS = rf"(?:TTg|(?:[{UPPER}]+-?)+(?![{LOWER}]))"
_ACT = re.compile(
    rf"\d{{1,4}}(?:\.\d{{1,2}})?/\d{{4}}/(?:QH\d{{1,2}}|[{UPPER}]+-TTg|{_ENDS})|\d{{1,4}}/QĐ-{_ENDS}"
)
_RESULT_CODE = re.compile(r"Mã:\s*(?:[A-Z]{1,5}(?:\.[A-Z]?\d+)*(?=[A-ZĐ]|\s|$)|\S*)")
_FURNITURE = re.compile(r"Từ khóa(?=Không có thông tin|[A-ZĐ]).*", re.DOTALL)
_NOTHING = "Không có thông tin"
_CHANNELS = {"counter": "Trực tiếp", "online": "Trực tuyến", "post": "Dịch vụ bưu chính"}


def papers(text: str) -> tuple[str, ...]:
    """The papers to bring, each with how many; a heading of a group stands before its papers, ending in a colon."""
    found: list[str] = []
    for part in _groups(compose(text)):
        heading, papers_of = part
        if heading:
            found.append(f"{heading}:")
        found += papers_of
    return tuple(found)


def _groups(text: str) -> list[tuple[str, list[str]]]:
    """(heading, papers) of each table of the text; the heading of the next table trails behind the last amount."""
    heads = text.split(_PAPERS_HEAD)
    heading = _heading(heads[0])
    groups = []
    for body in heads[1:]:
        ends = [*_AMOUNT.finditer(body)]
        starts = [0, *(one.end() for one in ends)]
        rows = [_paper(body[a : b.start()], b[0]) for a, b in zip(starts, ends, strict=False)]
        groups.append((heading, [row for row in rows if row]))
        heading = _heading(body[starts[-1] :])
    return groups


def _heading(text: str) -> str:
    return " ".join(text.strip(" -:*\n\t").split())[:300]


def _paper(name: str, amount: str) -> str:
    plain = " ".join(_TEMPLATE.sub("", name.strip(" -+\n\t")).split())
    needed = _NONE_OF_IT.sub("", amount).strip(" ,").replace(",", ", ")
    return f"{plain} ({needed})" if plain and needed else plain


def steps(text: str) -> tuple[str, ...]:
    """The steps: one for each line, bullets left out."""
    lines = (" ".join(line.strip(" +-*•\t").split()) for line in compose(text).splitlines())
    return tuple(line for line in lines if line)


def acts(text: str) -> str:
    """The numbers of the acts it stands on, once each, as "47/2014/QH13; 53/2016/TT-BCA"."""
    found = list(dict.fromkeys(one.rstrip("-") for one in _ACT.findall(compose(text))))
    return "; ".join(
        one for one in found if not any(other != one and other.startswith(one) for other in found)
    )


def results(text: str) -> str:
    """What the citizen gets, without the portal's codes and page furniture."""
    body = _FURNITURE.sub("", compose(text))
    parts = (" ".join(part.split()).strip(" .;") for part in _RESULT_CODE.split(body))
    return "; ".join(part for part in parts if part and part != _NOTHING)


def fees(text: str) -> str:
    """The fee of each channel, one a line; "" where the portal says nothing."""
    lines = [
        f"{_CHANNELS[row.channel]}: {row.fee}" for row in portal_rows(text) if row.fee and row.fee != _NOTHING
    ]
    return "\n".join(dict.fromkeys(lines))


def known(text: str) -> str:
    """The text in composed letters on one line; "" for what the portal says when it knows nothing."""
    plain = " ".join(compose(text).split())
    return "" if plain == _NOTHING else plain
