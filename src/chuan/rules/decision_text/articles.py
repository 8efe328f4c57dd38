"""The body: bases, proposer, articles, effect, what the Decision changes, who carries it out."""

from __future__ import annotations

import re
from itertools import islice

from chuan.rules.decision_text.acts import read_act, read_acts, read_base
from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.paragraphs import Paragraph
from chuan.rules.decision_text.types import Article, Change, CitedAct, Clause, Found, Point

_BASE = re.compile(r"căn\s+cứ\s+(?:vào\s+|các\s+)?(?:khoản[^;]{0,60}?|điều\s+\d+[^;]{0,40}?)?(?=\w)")
_PROPOSER = re.compile(
    r"(?:xét|theo)\s+(?:đề\s+nghị\s+)?(?:của\s+|đề\s+nghị\s+của\s+|tờ\s+trình\s+(?:số\s+)?)?"
)
_PROPOSES = re.compile(r"(?:xét|theo)\s+(?:đề\s+nghị|tờ\s+trình|văn\s+bản|báo\s+cáo)")
_ARTICLE = re.compile(r"điều\s+(\d{1,3})\s*[.:]?\s*")
_EFFECT = re.compile(r"[^.;\n]{0,80}có\s+hiệu\s+lực[^.;,\n]{0,160}?(?=[.;,]|\s+và\s+|$)")
_EXECUTORS = re.compile(r"(?:chịu\s+trách\s+nhiệm|căn\s+cứ|có\s+trách\s+nhiệm)\s[^.]{0,80}?thi\s+hành")
_CHANGES = (
    ("supersedes", re.compile(r"thay\s+thế(?:\s+cho)?(?:\s+(?:các|những|toàn\s+bộ))?\s+")),
    ("annuls", re.compile(r"(?:hủy\s+bỏ|huỷ\s+bỏ)\s+")),
    ("repeals", re.compile(r"bãi\s+bỏ\s+")),
    ("corrects", re.compile(r"đính\s+chính\s+")),
    ("amends", re.compile(r"sửa\s+đổi(?:,?\s*(?:và\s+)?bổ\s+sung)?\s+")),
)
_PART = re.compile(
    r"^(?:(?:một\s+số|một\s+phần|các|nội\s+dung|toàn\s+bộ\s+nội\s+dung|khoản|điểm|điều|chương|mục|"
    r"phụ\s+lục|đoạn)[^.;]{0,160}?)(?=quyết\s+định\s+số|nghị\s+quyết\s+số|quyết\s+định\s+\d)"
)
_KIND_AHEAD = re.compile(
    r"(?:các\s+|toàn\s+bộ\s+)?(?=(?:quyết\s+định|nghị\s+quyết|chỉ\s+thị|kế\s+hoạch|thông\s+báo|"
    r"quy\s+định|quy\s+chế)\s)"
)
MOST_CHANGES = 200
MOST_CUES = 20
LONGEST_LIST = 3_000


def read_bases(flat: Flat, paragraphs: list[Paragraph]) -> list[tuple[Paragraph, list[CitedAct]]]:
    """Each "Căn cứ …" paragraph with the acts it names."""
    found = []
    for paragraph in paragraphs:
        opening = _BASE.match(paragraph.low)
        if not opening:
            continue
        acts = read_base(flat, paragraph.start + opening.end(), paragraph.end)
        if acts:
            found.append((paragraph, acts))
    return found


def read_proposer(flat: Flat, paragraphs: list[Paragraph]) -> Found[str] | None:
    """Who proposed: "Xét đề nghị của công chức Văn phòng phường" -> "công chức Văn phòng phường"."""
    for paragraph in paragraphs:
        if _PROPOSES.match(paragraph.low):
            opening = _PROPOSER.match(paragraph.low)
            start = opening.end() if opening else 0
            stop = re.search(r"\s+tại\s+(?:tờ\s+trình|văn\s+bản|công\s+văn|báo\s+cáo)", paragraph.low)
            words = paragraph.text[start : stop.start() if stop else None].rstrip(" .,;:")
            return _cut(flat, paragraph, start, start + len(words)) if words else None
    return None


def _cut(flat: Flat, paragraph: Paragraph, start: int, end: int) -> Found[str]:
    words = " ".join(paragraph.text[start:end].split())
    return Found(words, flat.span(paragraph.start + start, paragraph.start + end))


def group_articles(paragraphs: list[Paragraph], stop: int) -> list[list[Paragraph]]:
    """Paragraphs of each Điều of the Decision itself; a second "Điều 1" belongs to what it promulgates."""
    groups: list[list[Paragraph]] = []
    last = 0
    for paragraph in paragraphs:
        if paragraph.start >= stop:
            break
        opening = _ARTICLE.match(paragraph.low)
        if opening and int(opening[1]) <= last:
            break
        if opening:
            last = int(opening[1])
            groups.append([paragraph])
        elif groups and paragraph.low.strip("| -"):
            groups[-1].append(paragraph)
    return groups


def read_articles(flat: Flat, groups: list[list[Paragraph]]) -> tuple[Article, ...]:
    """Điều with khoản and điểm."""
    return tuple(_article(flat, group) for group in groups)


def _article(flat: Flat, group: list[Paragraph]) -> Article:
    opening = _ARTICLE.match(group[0].low)
    at = opening.end() if opening else 0
    number = int(opening[1]) if opening else 0
    words = [group[0].text[at:], *(p.text for p in group[1:] if not _is_clause(p) and not _is_point(p))]
    text = " ".join(" ".join(words).split())
    return Article(number, text, flat.span(group[0].start, group[-1].end), _clauses(flat, group[1:]))


def _is_clause(paragraph: Paragraph) -> bool:
    return bool(paragraph.mark and paragraph.mark.kind.startswith(("arabic", "paren")))


def _is_point(paragraph: Paragraph) -> bool:
    return bool(paragraph.mark and paragraph.mark.kind == "alpha")


def _clauses(flat: Flat, paragraphs: list[Paragraph]) -> tuple[Clause, ...]:
    found: list[tuple[Paragraph | None, list[Paragraph]]] = []
    for paragraph in paragraphs:
        if _is_clause(paragraph):
            found.append((paragraph, []))
        elif _is_point(paragraph):
            if not found:
                found.append((None, []))
            found[-1][1].append(paragraph)
    return tuple(_clause(flat, head, points) for head, points in found)


def _clause(flat: Flat, head: Paragraph | None, points: list[Paragraph]) -> Clause:
    inside = [Point(p.mark.number, _body(p), flat.span(p.start, p.end)) for p in points if p.mark]
    start = head.start if head else points[0].start
    end = points[-1].end if points else (head.end if head else start)
    number = head.mark.number if head and head.mark else ""
    return Clause(number, _body(head) if head else "", flat.span(start, end), tuple(inside))


def _body(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text[paragraph.body_at :].split())


def read_effect(flat: Flat, groups: list[list[Paragraph]]) -> Found[str] | None:
    """The words that say from when it holds: "Quyết định này có hiệu lực từ ngày ký"."""
    for paragraph in (p for group in groups for p in group):
        found = _EFFECT.search(paragraph.low)
        if found and "hết hiệu lực" not in found.group():
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            opening = _ARTICLE.match(paragraph.low)
            return _cut(flat, paragraph, max(start, opening.end() if opening else 0), found.end())
    return None


def read_executors(flat: Flat, groups: list[list[Paragraph]]) -> Found[str] | None:
    """Who must carry it out: the last paragraph that ends "… thi hành", up to that verb."""
    for paragraph in reversed([p for group in groups for p in group]):
        found = _EXECUTORS.search(paragraph.low)
        if found:
            opening = _ARTICLE.match(paragraph.low)
            start = opening.end() if opening else paragraph.body_at
            start = max(
                start,
                *(m.end() for m in re.finditer(r"hiệu\s+lực[^.]*\.\s+", paragraph.low[: found.start()])),
                0,
            )
            words = paragraph.text[start : found.start()].rstrip(" ,")
            if words:
                return _cut(flat, paragraph, start, start + len(words))
    return None


def read_changes(flat: Flat, groups: list[list[Paragraph]]) -> tuple[Change, ...]:
    """What it does to earlier acts, in the order of the text."""
    found: list[tuple[int, Change]] = []
    listing = ""
    for paragraph in (p for group in groups for p in group):
        if len(found) > MOST_CHANGES:
            break
        cues = (
            (kind, cue) for kind, verb in _CHANGES for cue in islice(verb.finditer(paragraph.low), MOST_CUES)
        )
        here = [item for kind, cue in cues for item in _changed(flat, paragraph, kind, cue)]
        here += _ended(flat, paragraph)
        if not here and listing:
            here = _listed(flat, paragraph, listing)
        listing = _opens_list(paragraph) or (listing if here else "")
        found.extend(here)
    found.sort(key=lambda item: item[0])
    return tuple(change for _, change in _first_of_each(found))


def _opens_list(paragraph: Paragraph) -> str:
    """The kind of change whose acts follow one to a line: "Bãi bỏ các quyết định sau đây:"."""
    if not re.search(
        r"(?:sau|sau\s+đây|gồm)\s*:?$|:$|(?:toàn\s+bộ|các)\s+(?:các\s+)?quyết\s+định$",
        paragraph.low.rstrip(" ."),
    ):
        return ""
    if re.search(r"hết\s+hiệu\s+lực", paragraph.low):
        return "repeals"
    return next((kind for kind, verb in _CHANGES if verb.search(paragraph.low + " ")), "")


def _listed(flat: Flat, paragraph: Paragraph, kind: str) -> list[tuple[int, Change]]:
    act = read_act(flat, paragraph.start + paragraph.body_at, paragraph.end)
    return [(act.span.start, Change(kind, act))] if act and act.number else []


def _ended(flat: Flat, paragraph: Paragraph) -> list[tuple[int, Change]]:
    """ "Quyết định số … hết hiệu lực kể từ ngày …": the act stands before the verb."""
    cue = re.search(r"hết\s+hiệu\s+lực", paragraph.low)
    opening = _ARTICLE.match(paragraph.low)
    start = opening.end() if opening else paragraph.body_at
    if cue is None:
        return []
    act = read_act(flat, paragraph.start + start, paragraph.start + cue.start())
    return [(act.span.start, Change("repeals", act))] if act and act.number else []


def _changed(flat: Flat, paragraph: Paragraph, kind: str, cue: re.Match[str]) -> list[tuple[int, Change]]:
    """The acts right after the verb; a part ("một số điều của …") is kept as words."""
    rest = paragraph.low[cue.end() : cue.end() + 400]
    part = _PART.match(rest)
    ahead = _KIND_AHEAD.match(rest)
    if not part and not ahead:
        return []
    at = paragraph.start + cue.end() + (part.end() if part else ahead.end() if ahead else 0)
    words = " ".join(paragraph.text[cue.end() : cue.end() + part.end()].split()) if part else ""
    words = re.sub(r"\s+(?:của|tại)$", "", words)
    sentence = re.search(r"[.;](?=\s|$)", paragraph.low[at - paragraph.start :][:LONGEST_LIST])
    end = at + sentence.start() if sentence else min(paragraph.end, at + LONGEST_LIST)
    acts = read_acts(flat, at, end)[:6] if not part else [a for a in [read_act(flat, at, end)] if a]
    return [(act.span.start, Change(kind, act, words)) for act in acts if act.number]


def _first_of_each(found: list[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Each place and each act once: a title may name the act again."""
    seen: set[object] = set()
    kept = []
    for at, change in found:
        key = (change.act.number, change.part)
        if at not in seen and key not in seen:
            seen |= {at, key}
            kept.append((at, change))
    return kept
