"""Checking a chain: every line hashes to what is recorded and names the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS

from chuan.trail.chain import GENESIS, line_hash, salted_digest
from chuan.trail.models import Anchor, Entry, Head


@dataclass(frozen=True)
class Verification:
    """The verdict over one chain. ``first_broken`` is the seq of the first entry that does not fit."""

    chain: str
    entries: int
    purged: int
    head: str
    first_broken: int | None = None
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Whether the chain is whole."""
        return not self.problem

    @property
    def sentence(self) -> str:
        """The verdict in one Vietnamese sentence."""
        if self.ok:
            purged = f", {self.purged} chi tiết đã xóa theo thời hạn lưu trữ" if self.purged else ""
            return f"Chuỗi nguyên vẹn: {self.entries} dòng{purged}."
        return f"Chuỗi hỏng từ dòng {self.first_broken}: {self.problem}."


def chains(*, using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Every chain there is, by name. ``using`` is the database to look at."""
    tables: tuple[type[Entry] | type[Head], ...] = (Entry, Head)
    return sorted(
        {name for one in tables for name in one._default_manager.using(using).values_list("chain", flat=True)}
    )


def verify_chain(
    chain: str, *, after: int = 0, prev: str = "", using: str = DEFAULT_DB_ALIAS
) -> Verification:
    """Walk the chain from its first line to its head, then hold every anchor against it.

    ``after``, ``prev``: begin behind that line, found whole earlier with that hash; where it is gone or another
    now, that is the problem. ``entries`` counts the lines before it too.
    """
    anchors = dict(Anchor.objects.using(using).filter(chain=chain).values_list("seq", "hash"))
    head = Head.objects.using(using).filter(chain=chain).first()
    if after and not Entry.objects.using(using).filter(chain=chain, seq=after, hash=prev).exists():
        return Verification(
            chain,
            after,
            0,
            prev,
            first_broken=after,
            problem="khác với dòng đã kiểm lần trước, hoặc không còn",
        )
    prev, seq, purged = prev or GENESIS, after, 0
    for entry in _entries(chain, after, using):
        seq += 1
        if problem := _problem(entry, seq, prev, anchors):
            return Verification(chain, seq, purged, prev, first_broken=min(seq, entry.seq), problem=problem)
        purged += int(hasattr(entry, "detail") and entry.detail.purged_by_id is not None)
        prev = entry.hash
    if head is None or (head.seq, head.hash) != (seq, prev if seq else GENESIS):
        return Verification(
            chain, seq, purged, prev, first_broken=seq + 1, problem="đầu chuỗi không khớp dòng cuối"
        )
    if late := [n for n in anchors if n > seq]:
        return Verification(
            chain, seq, purged, prev, first_broken=seq + 1, problem=f"mốc đã in ở dòng {min(late)} không còn"
        )
    return Verification(chain, seq, purged, prev)


def _entries(chain: str, after: int, using: str) -> Iterable[Entry]:
    rows = Entry.objects.using(using).filter(chain=chain, seq__gt=after).order_by("seq")
    return rows.select_related("detail").iterator(chunk_size=2000)


def _problem(entry: Entry, seq: int, prev: str, anchors: dict[int, str]) -> str:
    if entry.seq != seq:
        return f"thiếu dòng {seq}"
    if line_hash(entry.line) != entry.hash:
        return "nội dung dòng không khớp mã băm"
    fields = entry.line.split("\t")
    if entry.prev != prev or fields[-1] != prev:
        return "không nối với dòng trước"
    if fields[:2] != [entry.chain, str(seq)] or fields[3:7] != _columns(entry):
        return "các cột không khớp với dòng đã ghi"
    if _detail_problem(entry, fields[7]):
        return "chi tiết không khớp mã băm trong dòng"
    if anchors.get(seq, entry.hash) != entry.hash:
        return "khác với mốc đã in ra giấy"
    return ""


def _columns(entry: Entry) -> list[str]:
    return [entry.actor, entry.verb, entry.subject_kind, str(entry.subject_uid)]


def _detail_problem(entry: Entry, digest: str) -> bool:
    detail = getattr(entry, "detail", None)
    if detail is None:
        return digest != "-"
    return detail.purged_by_id is None and salted_digest(detail.salt, detail.body) != digest


def verify_all(*, using: str = DEFAULT_DB_ALIAS) -> list[Verification]:
    """One verdict per chain."""
    return [verify_chain(chain, using=using) for chain in chains(using=using)]
