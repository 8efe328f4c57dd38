"""Bases and cited acts: Phụ lục I, mục II.6a and b; what has been repealed, by a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from chuan.rules.decision_text.acts import NUMBER
from chuan.rules.decision_text.paragraphs import Paragraph
from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.head_checks import written_day
from chuan.rules.paper_form.parts import DECIDING, Parts, is_table_row
from chuan.rules.paper_form.spots import ended, found
from chuan.rules.vietnamese import settle_tones

_KIND = (
    r"quyết\s+định|nghị\s+định|nghị\s+quyết(?:\s+liên\s+tịch)?|thông\s+tư(?:\s+liên\s+tịch)?|chỉ\s+thị|kế\s+hoạch|"
    r"công\s+văn|văn\s+bản|tờ\s+trình|thông\s+báo|kết\s+luận|hướng\s+dẫn|chương\s+trình|đề\s+án|báo\s+cáo|công\s+điện"
)
_ACT = re.compile(rf"(?<!\w)(?P<kind>{_KIND})(?P<label>\s+số\s*:?)?\s+(?P<number>{NUMBER})(?!\w)")
_LAW_NUMBER = re.compile(r"\s+số\s*:?\s*\d{1,4}/\d{4}/(?:qh|ubtvqh|pl)[\w-]*")
_LAW_WORD = re.compile(r"(?<!\w)(bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|nghị\s+định|thông\s+tư|lệnh)(?!\w)")
_LAW_ISSUER = re.compile(r"\s+của\s+(?:quốc\s+hội|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội)(?!\w)")
_LAW_BASE = re.compile(r"căn\s+cứ\s+(?:bộ\s+luật|luật|pháp\s+lệnh)(?!\w)")
_SLASHED = re.compile(r"ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_SPELT = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)")
_DATE_NEXT = re.compile(r"[\s,(]*(?:ký\s+|ban\s+hành\s+)?ngày\s+\d")
_ISSUER_NEXT = re.compile(r"[\s,)]*(?:được\s+|do\s+)?(?:của|liên\s+bộ|giữa|do)(?!\w)")
_ISSUER_LATER = re.compile(
    r"(?<!\w)của\s+(?:chính\s+phủ|thủ\s+tướng|bộ|ubnd|ủy\s+ban|hđnd|hội\s+đồng|chủ\s+tịch|giám\s+đốc|sở|quốc\s+hội)(?!\w)"
)
_TITLE = re.compile(
    r"(?<!\w)(?:về|quy\s+định|sửa\s+đổi|bổ\s+sung|hướng\s+dẫn|thi\s+hành|ban\s+hành|thực\s+hiện)(?!\w)"
)
_LOOSE = re.compile(r"(?:công\s+văn|văn\s+bản|tờ\s+trình|báo\s+cáo|kết\s+luận|thông\s+báo|công\s+điện)$")
_SMALL_ARTICLE = re.compile(
    r"(?<![\w“])(điều|mục|chương)(?=\s+(?:\d{1,3}|[IVXLC]{1,6})(?!\w)(?!\s*[%.,]?\d))"
)
_BIG_CLAUSE = re.compile(r"(?<=[a-zà-ỹđ,;] )(Khoản|Điểm)(?=\s+(?:\d{1,3}|[a-zđ])(?!\w))")


def check_bases(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """How the bases end, and what a law among them must not carry."""
    bases = parts.bases
    for nth, one in enumerate(bases, 1):
        last = nth == len(bases)
        said = ended(
            parts,
            "basis_last" if last else "basis_end",
            one.start,
            one.end,
            "." if last else ";",
            nth=f"{nth}",
        )
        if said and not (last and one.low.rstrip().endswith(":")):
            yield said
        yield from _law(parts, one)
    if not bases and parts.kind in DECIDING and parts.body:
        line = "QUYẾT NGHỊ:" if parts.kind == "Nghị quyết" else "QUYẾT ĐỊNH:"
        first = parts.body[0]
        end = first.start + len(first.text.split(".")[0])
        yield found(parts, "basis_missing", first.start, end, kind=parts.kind, line=line)


def _law(parts: Parts, one: Paragraph) -> Iterator[Finding]:
    for number in _LAW_NUMBER.finditer(one.low):
        words = [word[1] for word in _LAW_WORD.finditer(one.low, 0, number.start())]
        if not words or not re.match(r"bộ|luật|pháp", words[-1]):
            continue
        start, end = one.start + number.start(), one.start + number.end()
        dated = _DATE_NEXT.match(one.low, number.end())
        yield found(parts, "basis_law_number", start, end, "" if dated else None)
    issuer = _LAW_ISSUER.search(one.low) if _LAW_BASE.match(one.low) else None
    if issuer and ";" not in one.low[: issuer.start()]:
        yield found(parts, "basis_law_issuer", one.start + issuer.start(), one.start + issuer.end(), "")


def check_citations(parts: Parts, rules: FormRules, on: date) -> Iterator[Finding]:
    """Acts cited in bases and text; dates of acts also in the annexes."""
    own = re.sub(r"\s", "", parts.head.number.low) if parts.head.number else ""
    seen: set[str] = set()
    for one in (*parts.bases, *parts.body):
        yield from _acts(parts, one, own, seen)
        yield from _dates(parts, rules, one, anywhere=one in parts.bases)
        yield from _capitals(parts, one)
    for one in parts.annex_paragraphs:
        yield from _dates(parts, rules, one, anywhere=False)
    for one in parts.bases:
        yield from _repealed(parts, rules, one, on)


def _acts(parts: Parts, one: Paragraph, own: str, seen: set[str]) -> Iterator[Finding]:
    last: re.Match[str] | None = None
    inside = False
    for act in _ACT.finditer(one.low):
        number = re.sub(r"\s", "", act["number"])
        label = (act["label"] or "").strip()
        start, end = one.start + act.start(), one.start + act.end()
        if label != "số" and not (one.low[: act.start()].endswith("(") and not label):
            kind, written = (one.text[slice(*act.span(part))] for part in ("kind", "number"))
            yield found(parts, "citation_label", start, end, f"{kind} số {written}")
        inside = last is not None and _inside_title(one.low[last.end() : act.start()], inside=inside)
        if number not in seen and number not in own and not inside:
            missing = _missing(one.low, act)
            if missing:
                yield found(parts, "citation_incomplete", start, end, missing=" và ".join(missing))
        seen.add(number)
        last = act


def _inside_title(between: str, *, inside: bool) -> bool:
    """Whether an act is named in the title of the one before it, or joined to one that is."""
    if ";" in between or ". " in between:
        return False
    joined = inside and len(between) < 60 and bool(re.search(r"(?:,|(?<!\w)và)\s*$", between))
    return joined or bool(_TITLE.search(between))


def _missing(low: str, act: re.Match[str]) -> list[str]:
    at = act.end()
    dated = _DATE_NEXT.match(low, at)
    missing = [] if dated else ["thời gian ban hành"]
    if dated:
        whole = _SLASHED.search(low, at, at + 40) or _SPELT.search(low, at, at + 50)
        at = whole.end() if whole else at
    loose = _LOOSE.match(" ".join(act["kind"].split()))
    clause = re.split(r";|\.\s", low[at : at + 600], maxsplit=1)[0]
    if not loose and not _ISSUER_NEXT.match(low, at) and not _ISSUER_LATER.search(clause):
        missing.append("cơ quan ban hành")
    return missing


def _dates(parts: Parts, rules: FormRules, one: Paragraph, *, anywhere: bool) -> Iterator[Finding]:
    numbers = [act.end() for act in re.finditer(rf"{NUMBER}(?!\w)", one.low)]

    def cited(at: int) -> bool:
        return anywhere or any(0 <= at - end <= 12 for end in numbers)

    for shape, code in ((_SLASHED, "citation_date"), (_SPELT, "citation_zero")):
        for day in shape.finditer(one.low):
            if not cited(day.start()):
                continue
            right = written_day(rules, *(int(part) for part in day.groups()))
            if " ".join(day.group().split()) != right:
                yield found(parts, code, one.start + day.start(), one.start + day.end(), right)


def _capitals(parts: Parts, one: Paragraph) -> Iterator[Finding]:
    if is_table_row(one) or one.text.isupper():
        return
    for word in _SMALL_ARTICLE.finditer(one.text):
        if word.start() > 0 and word[1] == "điều":
            yield _recased(parts, one, word, word[1].capitalize())
    for word in _BIG_CLAUSE.finditer(one.text):
        yield _recased(parts, one, word, word[1].lower())


def _recased(parts: Parts, one: Paragraph, word: re.Match[str], right: str) -> Finding:
    return found(parts, "citation_case", one.start + word.start(1), one.start + word.end(1), right)


def _repealed(parts: Parts, rules: FormRules, one: Paragraph, on: date) -> Iterator[Finding]:
    for act in rules.repealed:
        if act.since > on:
            continue
        for start, end in _named(one.low, act.number, act.name, act.on):
            finding = found(
                parts,
                "repealed_act",
                one.start + start,
                one.start + end,
                since=f"{act.since:%d/%m/%Y}",
                by=act.replaced_by,
            )
            yield Finding(finding.code, finding.span, None, finding.words, sure=act.sure)


def _named(low: str, number: str, name: str, on: date | None) -> Iterable[tuple[int, int]]:
    if number:
        return [at.span() for at in re.finditer(rf"(?<![\w/]){re.escape(number.lower())}(?!\w)", low)]
    words = r"\s+".join(map(re.escape, settle_tones(name.lower()).split()))
    dated = re.compile(rf"(?<!\w){words}(?!\w)(?:\s+số\s+\S+)?(?:\s+(?P<day>ngày\s+[^;,]{{8,30}}))?")
    return [at.span() for at in dated.finditer(low) if at["day"] and on and _is_day(at["day"], on)]


def _is_day(words: str, on: date) -> bool:
    day = _SLASHED.match(words) or _SPELT.match(words)
    return bool(day) and [int(part) for part in day.groups()] == [on.day, on.month, on.year] if day else False
