"""Make the directory of communes that ships in ``src/chuan/law/admin_units`` from the CSV files it was published as.

    python scripts/pack_admin_units.py FOLDER

FOLDER holds four files of github.com/thanglequoc/vietnamese-provinces-database (MIT). What is changed: provinces and
communes of both sides of 1 July 2025 become one table; the sentence that says what a new commune was made from is
read into pairs of codes, and each pair says how sure it is. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chuan.rules.vietnamese import compose, fold

OUT = Path(__file__).resolve().parents[1] / "src" / "chuan" / "law" / "admin_units"
BEFORE, AFTER, MADE = (
    "before_2025-07-01_provinces_districts_wards.csv",
    "after_2025-07-01_provinces_wards.csv",
    "mapping_new_commune_from_old.csv",
)
KINDS = {"phuong": "ward", "xa": "commune", "thi tran": "township", "dac khu": "special_zone"}
WHOLE, PARTIAL, UNCLEAR = "whole", "partial", "unverified"
_COMMA = re.compile(r"[,;](?![^(]*\))")
_AND = re.compile(r"\s+và\s+(?=(?:Phường|Xã|Thị trấn|phần còn lại|một phần)\b)(?![^(]*\))")
_PAREN = re.compile(r"\(([^)]*)\)?")
_PART = re.compile(r"một phần|phần còn lại|diện tích|quy mô dân số", re.I)
_OF = re.compile(r"^.*?\b(?:của|tự nhiên|TN)\s+(?:các\s+)?(?=\S)", re.I)
_KIND = re.compile(r"^(?:các\s+)?(phường|xã|thị trấn|đặc khu)\s+(?=\S)", re.I)
_TAIL = re.compile(r"\s+(?:sau khi s|không thuộc).*$", re.I)


@dataclass(frozen=True)
class Old:
    """A commune before 1 July 2025."""

    code: str
    kind: str
    name: str
    district: str
    province: str


@dataclass
class Told:
    """One commune that the sentence of a new one names: by kind and name, with its district when said."""

    kind: str
    name: str
    how: str
    district: str = ""


@dataclass
class Directory:
    """Everything read, and the pairs found."""

    old: dict[str, Old]
    new: dict[str, dict[str, str]]
    provinces: dict[str, str] = field(default_factory=dict)
    pairs: dict[tuple[str, str], str] = field(default_factory=dict)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file, blanks made single."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: " ".join(compose(value or "").split()) for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def kind_and_name(text: str) -> tuple[str, str]:
    """ "Phường Bắc Hồng" is a ward named Bắc Hồng."""
    found = _KIND.match(text)
    return (KINDS[fold(found[1])], text[found.end() :]) if found else ("", text)


def told_by(sentence: str) -> Iterator[Told]:
    """What a new commune was made from, as its sentence says.

    The resolutions name whole communes first; after "một phần" or "phần còn lại" everything that follows may be a
    part as well, so it is marked as unclear unless its own bracket says.
    """
    after_part, kind = False, ""
    for token in (one for piece in _COMMA.split(sentence) for one in _AND.split(piece)):
        brackets = _PAREN.findall(token)
        text = _PAREN.sub(" ", token).strip()
        text = re.sub(r"^và\s+", "", text)
        part = bool(_PART.search(text))
        after_part = after_part or part
        if part:
            text = _OF.sub("", re.sub(r"^.*\bcủa\b", "của", text)) if "của" in text else _OF.sub("", text)
        text = " ".join(_TAIL.sub("", text).split())
        found, name = kind_and_name(text)
        while found and _KIND.match(name):
            found, name = kind_and_name(name)
        kind = found or kind
        rest = any(fold(one).startswith(("phan con lai", "mot phan")) for one in brackets)
        district = next(
            (one for one in brackets if re.match(r"(?i)(huyện|thị xã|thành phố|quận|tp)", one)), ""
        )
        if name and not re.fullmatch(r"(?i)(một phần.*|diện tích.*|quy mô.*|toàn bộ.*)", name):
            yield Told(kind, name, PARTIAL if part or rest else UNCLEAR if after_part else WHOLE, district)


def read(folder: Path) -> Directory:
    """Read the three files and find every pair old → new."""
    old = {}
    for row in rows(folder, BEFORE):
        kind, name = kind_and_name(row["xa"])
        old[row["ma_xa"]] = Old(row["ma_xa"], kind, name, row["huyen"], row["ma_tinh"])
    found = Directory(old, {row["ma_xa"]: row for row in rows(folder, AFTER)})
    made = rows(folder, MADE)
    families = _families(found)
    for code, row in _coded(found, made):
        _pair(found, code, row["truoc_sap_nhap"], families[found.new[code]["ma_tinh"]])
    _doubt(found)
    return found


def _coded(found: Directory, made: list[dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Each row with the code of its new commune; a code that is nobody's gives way to the one of that name."""
    codes = [row["ma_xa_moi"] or row["ma_nguon"] for row in made]
    left = {fold(found.new[code]["xa"]): code for code in set(found.new) - set(codes)}
    return [
        (code if code in found.new else left[fold(row["xa_moi"])], row)
        for code, row in zip(codes, made, strict=True)
    ]


def _families(found: Directory) -> dict[str, set[str]]:
    """Which provinces of before lie in each of today: by the codes that both have."""
    lying: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, row in found.new.items():
        if code in found.old:
            lying[found.old[code].province][row["ma_tinh"]] += 1
    families: defaultdict[str, set[str]] = defaultdict(set)
    for province, counted in lying.items():
        families[counted.most_common(1)[0][0]].add(province)
    return families


def _pair(found: Directory, new: str, sentence: str, provinces: set[str]) -> None:
    if fold(sentence).startswith("giu nguyen"):
        if new in found.old:
            found.pairs[new, new] = WHOLE
        return
    near = Counter([found.old[new].district] if new in found.old else [])
    told = list(told_by(sentence))
    choices = [(one, _called(found, one, provinces)) for one in told]
    near.update(old[0].district for _, old in choices if len(old) == 1)
    for one, candidates in choices:
        if len(candidates) > 1:
            candidates = _nearest(candidates, near)
        for old in candidates if len(candidates) == 1 else ():
            standing = found.pairs.get((old.code, new))
            found.pairs[old.code, new] = one.how if standing in (None, one.how) else PARTIAL


def _called(found: Directory, told: Told, provinces: set[str]) -> list[Old]:
    """Communes of before that the sentence may mean."""
    index = _index(found, provinces)
    named = index.get((told.kind, _letters(told.name)), [])
    exact = [one for one in named if _spelt(one.name) == _spelt(told.name)] or named
    if told.district:
        exact = [one for one in exact if fold(one.district) == fold(told.district)] or exact
    return exact


_indexes: dict[frozenset[str], dict[tuple[str, str], list[Old]]] = {}


def _index(found: Directory, provinces: set[str]) -> dict[tuple[str, str], list[Old]]:
    key = frozenset(provinces)
    if key not in _indexes:
        index: defaultdict[tuple[str, str], list[Old]] = defaultdict(list)
        for one in found.old.values():
            if one.province in provinces:
                index[one.kind, _letters(one.name)].append(one)
        _indexes[key] = dict(index)
    return _indexes[key]


def _letters(name: str) -> str:
    """Folded letters and digits only: "Ch’ơm" and "Ch'ơm" agree."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


def _spelt(name: str) -> str:
    """The name with its letters sorted by word: "Hoà" and "Hòa" agree, "Phú" and "Phù" do not."""
    return " ".join("".join(sorted(unicodedata.normalize("NFD", word))) for word in name.casefold().split())


def _nearest(candidates: Sequence[Old], near: Counter[str]) -> list[Old]:
    """Of several communes of one name, the one whose district gives most of the others; else none."""
    ranked = sorted(candidates, key=lambda one: -near[one.district])
    best = [one for one in ranked if near[one.district] == near[ranked[0].district]]
    return best if len(best) == 1 and near[best[0].district] else list(candidates)


def _doubt(found: Directory) -> None:
    """What is called whole and yet goes to two communes is not whole for sure."""
    going = Counter(old for old, _ in found.pairs)
    for (old, new), how in list(found.pairs.items()):
        if how == WHOLE and going[old] > 1:
            found.pairs[old, new] = UNCLEAR


def write(found: Directory, before: Iterable[dict[str, str]], out: Path) -> None:
    """Write the two tables, compressed without a time stamp."""
    provinces = sorted({(row["ma_tinh"], row["tinh"]) for row in before})
    units = [("b", code, "province", name, "", "") for code, name in provinces]
    units += [("b", one.code, one.kind, one.name, one.district, one.province) for one in found.old.values()]
    now = sorted({(row["ma_tinh"], row["tinh"]) for row in found.new.values()})
    units += [("a", code, "province", name, "", "") for code, name in now]
    for code, row in found.new.items():
        kind, name = kind_and_name(row["xa"])
        units.append(("a", code, kind, name, "", row["ma_tinh"]))
    _write(out / "units.csv.gz", units)
    _write(out / "successions.csv.gz", sorted((old, new, how) for (old, new), how in found.pairs.items()))


def _write(path: Path, lines: Iterable[Sequence[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def main(folder: Path, out: Path = OUT) -> None:
    """Read, write, and say what could not be read."""
    found = read(folder)
    out.mkdir(parents=True, exist_ok=True)
    write(found, rows(folder, BEFORE), out)
    lost = set(found.old) - {old for old, _ in found.pairs}
    sys.stdout.write(
        f"{len(found.old)} communes before, {len(found.new)} after; pairs {dict(Counter(found.pairs.values()))}; "
        f"{len(lost)} of before without a successor read\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
