"""A reading for others: the JSON of ``chuan read --json`` and a summary in Vietnamese."""

from __future__ import annotations

from typing import Any

from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.phrases import sentence_bounds
from chuan.rules.decision_text.types import CitedAct, DecisionReading, Found, Line
from chuan.rules.targets.types import Baseline, Comparator, Quantity, Target
from chuan.rules.types import Span
from chuan.rules.vietnamese import decimal_text, written_number

_SIGN = {
    Comparator.AT_LEAST: "từ {} trở lên",
    Comparator.MORE_THAN: "trên {}",
    Comparator.AT_MOST: "không quá {}",
    Comparator.LESS_THAN: "dưới {}",
}


def to_json(reading: DecisionReading, text: str) -> dict[str, Any]:
    """Plain values for ``json.dumps``; ``text`` is the text that was read (for the targets' words)."""
    return {
        "number": _value(reading.number),
        "symbol": _value(reading.symbol),
        "type": _value(reading.type),
        "issuer": _value(reading.issuer),
        "place": _value(reading.place),
        "date": reading.date.value.isoformat() if reading.date else None,
        "subject": _value(reading.subject),
        "bases": [_act(act) for act in reading.bases],
        "proposer": _value(reading.proposer),
        "articles": [_article(article) for article in reading.articles],
        "effect": _value(reading.effect),
        "supersedes": _changes(reading, "supersedes"),
        "amends": _changes(reading, "amends"),
        "repeals": _changes(reading, "repeals"),
        "annuls": _changes(reading, "annuls"),
        "corrects": _changes(reading, "corrects"),
        "executors": _value(reading.executors),
        "recipients": [found.value for found in reading.recipients],
        "signer": {
            "authority": _value(reading.signer.authority),
            "position": _value(reading.signer.position),
            "name": _value(reading.signer.name),
        },
        "annexes": [found.value for found in reading.annexes],
        "objectives": [_objective(line, reading, text) for line in reading.objectives if not line.parent],
        "questions": [
            {
                "code": q.code,
                "key": q.key,
                "text": q.text,
                "about": q.about,
                "choices": [{"value": value, "label": label} for value, label in q.choices],
                "span": _span(q.span),
            }
            for q in reading.questions
        ],
        "remarks": [{"code": r.code, "text": r.text, "span": _span(r.span)} for r in reading.remarks],
        "spans": _spans(reading),
        "boxes": _boxes(reading),
    }


def _value(found: Found[str] | None) -> str | None:
    return found.value if found else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _boxes(reading: DecisionReading) -> dict[str, Any]:
    """Fields that stood in a signature widget only: page from 1, rectangle in points from the lower left."""
    named = ("number", "symbol", "place", "date", "subject", "issuer")
    found = {name: one for name in named if (one := getattr(reading, name))}
    return {
        name: {"page": one.box.page, "rect": list(one.box.rect)} for name, one in found.items() if one.box
    }


def _spans(reading: DecisionReading) -> dict[str, Any]:
    """Where each field of the document itself was read."""
    named = (
        "number",
        "symbol",
        "type",
        "issuer",
        "place",
        "date",
        "subject",
        "proposer",
        "effect",
        "executors",
    )
    single = {name: _span(found.span) for name in named if (found := getattr(reading, name))}
    signer = {
        n: _span(f.span) for n in ("authority", "position", "name") if (f := getattr(reading.signer, n))
    }
    return single | {"signer": signer, "recipients": [_span(found.span) for found in reading.recipients]}


def _act(act: CitedAct) -> dict[str, Any]:
    return {
        "kind": act.kind,
        "number": act.number or None,
        "date": act.on.isoformat() if act.on else None,
        "issuer": act.issuer or None,
        "title": act.title or None,
        "span": _span(act.span),
    }


def _changes(reading: DecisionReading, kind: str) -> list[dict[str, Any]]:
    return [
        _act(c.act) | {"part": c.part or None, "wholly": not c.part}
        for c in reading.changes
        if c.kind == kind
    ]


def _article(article: Any) -> dict[str, Any]:
    return {
        "number": article.number,
        "text": article.text,
        "span": _span(article.span),
        "clauses": [
            {
                "number": clause.number,
                "text": clause.text,
                "span": _span(clause.span),
                "points": [
                    {"letter": p.letter, "text": p.text, "span": _span(p.span)} for p in clause.points
                ],
            }
            for clause in article.clauses
        ],
    }


def _objective(line: Line, reading: DecisionReading, text: str) -> dict[str, Any]:
    """A numbered objective with every target of its own and of the lines below it."""
    below = [other for other in reading.objectives if other.ordinal.startswith(line.ordinal + ".")]
    return {
        "ordinal": line.ordinal,
        "text": line.text,
        "span": _span(line.span),
        "lines": [
            {"ordinal": o.ordinal, "parent": o.parent, "text": o.text, "span": _span(o.span)} for o in below
        ],
        "targets": [_target(target, one, text) for one in (line, *below) for target in one.targets],
    }


def _target(target: Target, line: Line, text: str) -> dict[str, Any]:
    return {
        "text": _words(target, line, text),
        "line": line.ordinal,
        "quantity": target.quantity.value,
        "comparator": target.comparator.value if target.comparator else None,
        "horizon": target.horizon.value,
        "value": decimal_text(target.value) if target.value is not None else None,
        "low": decimal_text(target.low) if target.low is not None else None,
        "high": decimal_text(target.high) if target.high is not None else None,
        "n": target.n,
        "k": target.k,
        "unit": target.unit,
        "direction": target.direction.value,
        "baseline": _baseline(target.baseline),
        "scope": target.scope,
        "excludes": list(target.excludes),
        "conditions": list(target.conditions),
        "span": _span(target.span or line.span),
    }


def _baseline(baseline: Baseline | None) -> dict[str, Any] | None:
    if baseline is None:
        return None
    return {
        "label": baseline.label,
        "value": decimal_text(baseline.value) if baseline.value is not None else None,
        "span": _span(baseline.span) if baseline.span else None,
    }


def _words(target: Target, line: Line, text: str) -> str:
    """The part of the line that the target was read from."""
    span = target.span
    if span is None or not (line.span.start <= span.start < line.span.end):
        return line.text
    flat = flatten(text[line.span.start : line.span.end])
    at = next((i for i, start in enumerate(flat.starts) if start >= span.start - line.span.start), 0)
    for start, end in sentence_bounds(flat.text.replace("\n", " ")):
        if start <= at < end:
            return " ".join(flat.text[start:end].split()).strip(" ;,.")
    return line.text


def summary(reading: DecisionReading) -> str:
    """What was read, for a person at a terminal."""
    rows = [*_document_rows(reading), "", *_objective_rows(reading)]
    if reading.questions:
        rows += ["", f"Câu hỏi cần trả lời ({len(reading.questions)})"]
        rows += [f"  {i}. {question.text}" for i, question in enumerate(reading.questions, 1)]
    if reading.remarks:
        rows += ["", f"Nhận xét về thể thức ({len(reading.remarks)})"]
        rows += [f"  - {remark.text}" for remark in reading.remarks]
    return "\n".join(rows).strip() + "\n"


def _document_rows(reading: DecisionReading) -> list[str]:
    number = f"{_value(reading.number) or '(để trống)'}/{_value(reading.symbol) or '…'}"
    where = ", ".join(
        w for w in (_value(reading.place), f"{reading.date.value:%d/%m/%Y}" if reading.date else None) if w
    )
    signer = reading.signer
    signed = ", ".join(f.value for f in (signer.authority, signer.position, signer.name) if f)
    rows = [
        ("Loại", _value(reading.type)), ("Số, ký hiệu", number), ("Cơ quan ban hành", _value(reading.issuer)),
        ("Nơi, ngày", where), ("Trích yếu", _value(reading.subject)), ("Người ký", signed),
        ("Đề nghị", _value(reading.proposer)), ("Hiệu lực", _value(reading.effect)),
    ]  # fmt: skip
    shown = [f"{label}: {words}" for label, words in rows if words]
    shown += [f"Căn cứ: {_cited(act)}" for act in reading.bases]
    shown += [
        f"{_VERBS[change.kind]}: {(change.part + ' của ') if change.part else ''}{_cited(change.act)}"
        for change in reading.changes
    ]
    return [*shown, f"Số điều: {len(reading.articles)}; nơi nhận: {len(reading.recipients)}"]


_VERBS = {
    "supersedes": "Thay thế",
    "amends": "Sửa đổi",
    "repeals": "Bãi bỏ",
    "annuls": "Hủy bỏ",
    "corrects": "Đính chính",
}


def _cited(act: CitedAct) -> str:
    words = [
        act.kind,
        act.number or act.title,
        f"ngày {act.on:%d/%m/%Y}" if act.on else "",
        f"của {act.issuer}" if act.issuer else "",
    ]
    return " ".join(word for word in words if word)


def _objective_rows(reading: DecisionReading) -> list[str]:
    if not reading.objectives:
        return ["Mục tiêu: không thấy mục tiêu nào."]
    top = sum(1 for line in reading.objectives if not line.parent)
    count = sum(len(line.targets) for line in reading.objectives)
    rows = [f"Mục tiêu: {top} mục tiêu, {len(reading.objectives) - top} mục con, {count} mức phải đạt"]
    for line in reading.objectives:
        indent = "  " * (line.ordinal.count(".") + 1)
        rows.append(f"{indent}{line.ordinal}. {line.text}")
        rows += [f"{indent}   → {said_target(target)}" for target in line.targets]
    return rows


def said_target(target: Target) -> str:
    """A target in a few Vietnamese words: "trên 95 %", "đủ 9/10 tổ dân phố"."""
    match target.quantity:
        case Quantity.NONE:
            return "việc thường xuyên, không có số đo"
        case Quantity.YES_NO:
            return "đạt hoặc không đạt"
        case Quantity.K_OF_N:
            return f"đạt {target.k}/{target.n} {target.unit}"
        case Quantity.GROWTH | Quantity.DECREASE:
            verb = "tăng" if target.quantity is Quantity.GROWTH else "giảm"
            return (
                f"{verb} {_amount(target)}"
                if target.value is not None or target.low is not None
                else f"{verb}, chưa ghi mức"
            )
        case Quantity.COUNT if target.value == 0:
            return (
                "không phát sinh trường hợp nào"
                if target.horizon == "every_period"
                else "không còn trường hợp nào"
            )
        case _:
            return _amount(target)


def _amount(target: Target) -> str:
    unit = f" {target.unit}" if target.unit else ""
    if target.low is not None and target.high is not None:
        return f"từ {written_number(target.low)} đến {written_number(target.high)}{unit}"
    value = written_number(target.value) if target.value is not None else "?"
    return _SIGN.get(target.comparator or Comparator.AT_LEAST, "{}").format(value + unit)
