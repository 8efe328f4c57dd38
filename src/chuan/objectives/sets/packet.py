"""The file for the level above: a frozen set with its digest and the house's mark; written here, read anywhere.

No database and no settings: ``check`` runs on the receiver's machine. The file is canonical, so that a byte changed
anywhere is told. See docs/figures-export.md.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.files.house_key import fingerprint, is_of, text_of
from chuan.objectives.sets.packet_refusals import PacketUnreadable
from chuan.rules.figure_sets import FigureLines, SetTarget, SetUnreadable, canonical, of_objects
from chuan.rules.json_shape import faults
from chuan.rules.targets.combining import combine
from chuan.rules.targets.types import NotMeasurable
from chuan.rules.types import Period

FORMAT = "chuan-figures/1"
MEANING = (
    "Dấu này cho biết tệp do phần mềm của đơn vị giữ khóa có vân tay trên lập ra và chưa bị sửa. "
    "Dấu này không phải chữ ký số của người hay cơ quan theo luật."
)
SIZE = 20_000_000
_AS_ASKED = 8
"""Signs of a fingerprint that must at least be given to compare with."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the unit in some scheme; codes mean something only with their days."""

    scheme: str
    code: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What stands in a file beside the set."""

    codes: tuple[Code, ...]
    made_at: str
    made_with: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a file: ``problems`` are Vietnamese sentences, () for a whole one."""

    lines: FigureLines | None
    problems: tuple[str, ...]
    fingerprint: str = ""

    @property
    def ok(self) -> bool:
        """Whether the file is whole and comes from the house whose key it names."""
        return not self.problems

    @property
    def sentences(self) -> tuple[str, ...]:
        """The verdict in Vietnamese lines."""
        if not self.ok or self.lines is None:
            return (*self.problems, "Tệp KHÔNG dùng được. Xin đơn vị gửi lại, đừng lấy số trong tệp này.")
        head, told = self.lines.head, self.lines
        return (
            f"Tệp nguyên vẹn: {head.unit_name}, bộ “{head.name}”, đến ngày {_day(head.on)}, mã kiểm {told.digest}.",
            f"{len(told.targets)} số đo, {len(told.missing)} chưa có số liệu; cộng các kỳ khớp với kết quả.",
            *(("Tệp chứa DỮ LIỆU MINH HỌA, không phải số liệu thật.",) if head.illustrative else ()),
            f"Vân tay khóa của đơn vị: {self.fingerprint}. So với vân tay in trên báo cáo giấy của đơn vị.",
            MEANING,
        )


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")


def packed(lines: FigureLines, sent: Sent, *, public: bytes, mark: Callable[[bytes], bytes]) -> bytes:
    """The file: the set, its sums, the house's public key, digest and mark."""
    signed = {
        "set": asdict(lines.head),
        "promises": [asdict(one) for one in lines.promises],
        "targets": [asdict(one) for one in lines.targets],
        "set_digest": lines.digest,
        "sums": sums_of(lines),
        "unit_codes": [asdict(one) for one in sent.codes],
        "made_at": sent.made_at,
        "made_with": sent.made_with,
        "house": {"key": text_of(public), "fingerprint": fingerprint(public)},
        "meaning": MEANING,
    }
    body = _body(signed)
    whole = {
        "format": FORMAT,
        "signed": signed,
        "digest": hashlib.sha256(body).hexdigest(),
        "mark": text_of(mark(body)),
    }
    return _written(whole)


def sums_of(lines: FigureLines) -> dict[str, Any]:
    """Totals that a receiver counts again."""
    figures = [figure for target in lines.targets for figure in target.figures]
    return {
        "targets": len(lines.targets),
        "missing": len(lines.missing),
        "figures": len(figures),
        "outcomes": dict(Counter(one.outcome for one in lines.targets)),
        "grades": dict(Counter(one.grade for one in figures)),
    }


def check(data: bytes, *, asked: str = "") -> Verdict:
    """Hold a file against its own digest, mark, schema and sums; ``asked``: the fingerprint on paper, or its beginning.

    Raises ``PacketUnreadable`` for what is no such file at all.
    """
    told = _read(data)
    if strange := next(faults(told, schema()), None):
        return Verdict(None, (f"Tệp không đúng mẫu {FORMAT}: chỗ “{strange}” sai, thừa hoặc thiếu.",))
    signed = told["signed"]
    try:
        lines = _lines(signed)
        problems = [*_changed(told, data), *_origin(told, asked), *_sums(signed, lines)]
    except (SetUnreadable, ValueError, ZeroDivisionError):
        return Verdict(None, ("Tệp có số hoặc ngày không đọc được: đã bị sửa hoặc hỏng.",))
    return Verdict(lines, tuple(problems), signed["house"]["fingerprint"])


@cache
def schema() -> Mapping[str, Any]:
    """The published schema of the file (JSON Schema 2020-12)."""
    found: Mapping[str, Any] = json.loads(
        files("chuan.objectives.sets").joinpath("figures.schema.json").read_text("utf-8")
    )
    return found


def _read(data: bytes) -> dict[str, Any]:
    if len(data) > SIZE:
        raise PacketUnreadable(why=f"tệp nặng hơn {SIZE // 1_000_000} MB")
    try:
        told = json.loads(data.decode("utf-8"), parse_constant=_refuse, parse_float=_refuse)
    except (ValueError, RecursionError):
        raise PacketUnreadable(why="không đọc được nội dung, tệp hỏng hoặc là tệp khác") from None
    if not isinstance(told, dict) or not str(told.get("format", "")).startswith("chuan-figures/"):
        raise PacketUnreadable(why="thiếu dòng ghi mẫu của tệp")
    if told["format"] != FORMAT:
        raise PacketUnreadable(why=f"tệp theo mẫu “{told['format']}”, bản Chuẩn này đọc mẫu “{FORMAT}”")
    return told


def _refuse(text: str) -> Any:
    raise ValueError(text)


def _body(signed: Mapping[str, Any]) -> bytes:
    """The bytes that digest and mark are made of."""
    return f"{FORMAT}\n{canonical(signed)}".encode()


def _written(whole: Mapping[str, Any]) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _lines(signed: Mapping[str, Any]) -> FigureLines:
    head = {"line": "set", **signed["set"]}
    promises = ({"line": "promise", **one} for one in signed["promises"])
    targets = ({"line": "target", **one} for one in signed["targets"])
    return of_objects(iter([head, *promises, *targets]))


def _changed(told: Mapping[str, Any], data: bytes) -> Iterator[str]:
    if hashlib.sha256(_body(told["signed"])).hexdigest() != told["digest"]:
        yield "Nội dung tệp đã bị sửa sau khi đơn vị xuất: mã kiểm không khớp."
    elif _written(told) != data:
        yield "Số liệu còn nguyên nhưng chính tệp đã bị ghi lại: chữ không còn như lúc đơn vị xuất."


def _origin(told: Mapping[str, Any], asked: str) -> Iterator[str]:
    house = told["signed"]["house"]
    try:
        public, mark = (base64.b64decode(one, validate=True) for one in (house["key"], told["mark"]))
    except (binascii.Error, ValueError):
        yield "Khóa hoặc dấu của đơn vị trong tệp không đọc được."
        return
    if fingerprint(public) != house["fingerprint"]:
        yield "Khóa trong tệp không đúng với vân tay ghi trong tệp."
    if not is_of(public, mark, _body(told["signed"])):
        yield "Dấu của đơn vị không khớp nội dung: tệp bị sửa, hoặc không do đơn vị giữ khóa này xuất."
    wanted = "".join(sign for sign in asked.upper() if sign.isalnum())
    if asked and (len(wanted) < _AS_ASKED or not fingerprint(public).replace("-", "").startswith(wanted)):
        yield f"Vân tay khóa trong tệp là {fingerprint(public)}, khác vân tay đã cho để so."


def _sums(signed: Mapping[str, Any], lines: FigureLines) -> Iterator[str]:
    if lines.digest != signed["set_digest"]:
        yield "Mã kiểm của bộ số liệu không khớp các dòng trong tệp."
    if sums_of(lines) != signed["sums"]:
        yield "Số tổng ghi trong tệp không khớp khi đếm lại."
    for target in lines.targets:
        if not _adds_up(target, lines):
            yield f"Chỉ tiêu {target.label} {target.name}: cộng các kỳ không ra kết quả ghi trong tệp."


def _adds_up(target: SetTarget, lines: FigureLines) -> bool:
    """Whether the result follows from the periods: all of them combined, or one that decides by itself."""
    if target.is_missing:
        return True
    stated = Fraction(target.numerator), Fraction(target.denominator) if target.denominator else None
    results = [one.result for one in target.figures]
    if stated[1] is None:
        results = [replace(one, denominator=None) for one in results]
    whole = combine(results, target.how, Period.year(lines.head.year), date.fromisoformat(lines.head.on))
    known = results if isinstance(whole, NotMeasurable) else [whole, *results]
    return any((one.numerator, one.denominator) == stated for one in known)
