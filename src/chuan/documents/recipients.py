"""Whom a line of "Nơi nhận" names: an official, a post, a group, everybody, an outside address, the file.

A line is matched by its folded words and never guessed at: two officials of one name, or "Như Điều 3", name nobody
until a person chooses (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, II.9).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents.knowing import people_of, serving
from chuan.documents.models import Correspondent, Document, Group, Recipient
from chuan.people.models import Official, Post, Unit
from chuan.rules.vietnamese import fold

OFFICIAL, POST, GROUP, ALL, OUTSIDE, FILE = "official", "post", "group", "all", "outside", "file"

KINDS: dict[str, str | Promise] = {
    OFFICIAL: _("cán bộ, công chức"),
    POST: _("chức danh"),
    GROUP: _("nhóm"),
    ALL: _("mọi người trong đơn vị"),
    OUTSIDE: _("nơi nhận ngoài"),
    FILE: _("lưu, không gửi"),
    "": _("chưa rõ gửi cho ai"),
}

_BESIDE = re.compile(r"\([^)]*\)")
_SIGNS = re.compile(r"[^\w\s,&/-]")
_SHORT = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("uy ban mat tran to quoc", "ubmttq"),
    ("van phong", "vp"),
    ("thuong truc", "tt"),
)
_TITLES = re.compile(r"^(?:cac )?(?:ong|ba|d/c|dong chi|dc)\s+")
_EVERYBODY = frozenset({
    "toan the can bo, cong chuc", "toan the can bo cong chuc", "cac can bo, cong chuc", "cac can bo cong chuc",
    "can bo, cong chuc", "can bo cong chuc", "toan the cbcc", "cbcc",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a line names: the kind, the uid of its target ("" where there is none), and how it is shown."""

    kind: str
    target: str = ""
    label: str = ""


NOBODY = Named("")


def tidy_line(text: str) -> str:
    """A line as it is compared: folded, without dash, brackets and stops, long names of agencies shortened."""
    said = _SIGNS.sub(" ", fold(_BESIDE.sub(" ", text)))
    for long, short in _SHORT:
        said = said.replace(long, short)
    return " ".join(said.split()).strip(" -,/")


def is_reference(line: str) -> bool:
    """ "Như Điều 3", "Như trên", "Như Kính gửi": it names whoever that other place names."""
    return bool(re.match(r"(?:nhu|theo) (?:dieu|tren|kinh gui|danh sach)", tidy_line(line)))


class Directory:
    """Everybody a line may name in a unit on a day, read once for all lines."""

    def __init__(self, unit: Unit, on: date) -> None:
        self.unit, self.on = unit, on
        self._by_words: dict[str, set[Named]] = defaultdict(set)
        self._labels: dict[tuple[str, str], str] = {}
        for one in serving(unit, on):
            self._put(Named(OFFICIAL, str(one.uid), one.name), (one.name,))
        for post in Post.objects.filter(unit=unit):
            self._put(Named(POST, str(post.uid), post.title), (post.title,))
        for kind, rows in ((GROUP, groups_of(unit)), (OUTSIDE, correspondents_of(unit))):
            for row in rows:
                self._put(Named(kind, str(row.uid), row.name), (row.name, *row.other_names.splitlines()))

    def find(self, line: str) -> Named:
        """Whom the line names; ``NOBODY`` where that is unknown or more than one."""
        said = tidy_line(line)
        if re.match(r"luu\b", said):
            return Named(FILE, "", str(KINDS[FILE]))
        if not said or is_reference(line):
            return NOBODY
        for words in self._spellings(said):
            if words in _EVERYBODY:
                return Named(ALL, "", str(KINDS[ALL]))
            found = self._by_words.get(words, set())
            if len(found) == 1:
                return next(iter(found))
        return NOBODY

    def named(self, kind: str, target: str, line: str) -> Named:
        """What was chosen for a line before, else whom the line names by itself."""
        if not kind:
            return self.find(line)
        return Named(kind, target, self._labels.get((kind, target)) or str(KINDS.get(kind, "")))

    def choices(self) -> Iterator[tuple[str, str, str]]:
        """(kind, target, label) of everything that may be chosen, by kind and name."""
        yield ALL, "", str(KINDS[ALL])
        yield FILE, "", str(KINDS[FILE])
        order = (GROUP, POST, OFFICIAL, OUTSIDE)
        rows = sorted(self._labels.items(), key=lambda one: (order.index(one[0][0]), fold(one[1])))
        yield from ((kind, target, label) for (kind, target), label in rows)

    def _put(self, named: Named, names: Iterable[str]) -> None:
        self._labels[named.kind, named.target] = named.label
        for name in names:
            if words := tidy_line(name):
                self._by_words[words].add(named)

    def _spellings(self, said: str) -> Iterator[str]:
        """The words as they stand, then without a title of courtesy and without the unit's own name at the end."""
        bare = _TITLES.sub("", said)
        yield from dict.fromkeys((said, bare))
        kind = fold(self.unit.get_kind_display())
        own = fold(self.unit.name)
        for ending in (f" ubnd {kind} {own}", f" {kind} {own}", f" ubnd {kind}", f" {kind}", " ubnd"):
            if bare.endswith(ending):
                yield bare.removesuffix(ending)


def groups_of(unit: Unit) -> Sequence[Group]:
    """Groups that stand."""
    return list(Group.objects.filter(unit=unit, ended_on=None).order_by("name"))


def correspondents_of(unit: Unit) -> Sequence[Correspondent]:
    """Outside addresses that stand."""
    return list(Correspondent.objects.filter(unit=unit, ended_on=None).order_by("name"))


def lines_of(document: Document, on: date) -> list[tuple[Recipient, Named, bool]]:
    """Each line with whom it names, and whether a person or an earlier sending has settled that."""
    directory = Directory(document.owner_unit, on)
    rows = document.recipients.all()
    return [(one, directory.named(one.kind, one.target, one.line), bool(one.kind)) for one in rows]


def officials_named(named: Named, unit: Unit, on: date) -> list[Official]:
    """The officials of the unit whom it names on the day, each once; none for what is outside or only filed."""
    if named.kind == ALL:
        return list(serving(unit, on))
    if named.kind == OFFICIAL:
        return list(Official.objects.filter(unit=unit, uid=named.target))
    if named.kind == POST:
        return people_of(
            unit, on, post_ids=Post.objects.filter(unit=unit, uid=named.target).values_list("pk", flat=True)
        )
    if named.kind == GROUP:
        return people_of(unit, on, groups=Group.objects.filter(unit=unit, uid=named.target))
    return []
