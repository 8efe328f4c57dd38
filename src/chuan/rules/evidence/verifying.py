"""Whether a pack is still what its manifest says: each file there and equal, nothing beside, the chains whole.

Standard library only, no database: the pack is checked on the inspector's machine.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from chuan.rules.evidence.manifest import (
    MANIFEST,
    ChainHead,
    Manifest,
    ManifestUnreadable,
    file_digest,
)

GENESIS = "0" * 64

ReadFile = Callable[[str], bytes]
"""Path -> bytes of a file that is in the pack."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: ``problems`` are Vietnamese sentences, () for a whole pack."""

    manifest: Manifest | None
    problems: tuple[str, ...]
    digest: str = ""
    files: int = 0
    lines: int = field(default=0)

    @property
    def ok(self) -> bool:
        """Whether the pack is whole."""
        return not self.problems

    @property
    def sentences(self) -> tuple[str, ...]:
        """The verdict in Vietnamese lines."""
        if not self.ok:
            return (*self.problems, "Gói KHÔNG nguyên vẹn. Xin lại gói từ đơn vị, đừng dùng gói này.")
        return (
            f"Gói nguyên vẹn: {self.files} tệp khớp mục lục, {self.lines} dòng nhật ký nối liền nhau.",
            f"Mã kiểm của gói: {self.digest}",
            "So mã này với mã trên trang Hồ sơ kiểm tra, hoặc trên bản đơn vị đã in.",
        )


def verify(names: Collection[str], read: ReadFile, *, printed: str = "") -> Verdict:
    """Hold a pack against its manifest.

    ``names``: every path in it, as often as it is there; ``printed``: the digest on paper, or its beginning (at least
    16 signs); "" when there is none to compare with.
    """
    if MANIFEST not in names:
        return Verdict(
            None, (f"Gói không có tệp {MANIFEST}: không phải gói bằng chứng của Chuẩn, hoặc tệp đã bị bỏ.",)
        )
    data = read(MANIFEST)
    try:
        manifest = Manifest.read(data)
    except ManifestUnreadable:
        return Verdict(None, (f"Tệp {MANIFEST} đã bị sửa hoặc hỏng: không đọc được mục lục.",))
    digest = file_digest(data)
    problems = [*_canonical(manifest, data), *_printed(digest, printed), *_files(manifest, names, read)]
    if not problems:
        problems += [one for chain in manifest.chains for one in _chain(chain, read)]
    lines = sum(one.lines for one in manifest.chains)
    return Verdict(manifest, tuple(problems), digest, len(manifest.files), lines)


def _canonical(manifest: Manifest, data: bytes) -> Iterator[str]:
    if manifest.text.encode() != data:
        yield f"Tệp {MANIFEST} đã bị sửa: chữ không còn như lúc lập."


def _printed(digest: str, printed: str) -> Iterator[str]:
    asked = "".join(printed.split()).lower()
    if not asked:
        return
    if len(asked) < 16 or not digest.startswith(asked):
        yield f"Mã kiểm của gói là {digest[:16]}…, khác mã đã in {asked[:16]}…: tệp {MANIFEST} không phải bản đã giao."


def _files(manifest: Manifest, names: Collection[str], read: ReadFile) -> Iterator[str]:
    listed = {one.path: one for one in manifest.files}
    if len(listed) != len(manifest.files):
        yield f"Tệp {MANIFEST} ghi một tệp hai lần."
    for name in sorted(name for name, times in Counter(names).items() if times > 1):
        yield f"Tệp {name} có hai lần trong gói."
    for path, one in sorted(listed.items()):
        if path not in names:
            yield f"Thiếu tệp {path}."
            continue
        data = read(path)
        if len(data) != one.size or file_digest(data) != one.sha256:
            yield f"Tệp {path} đã bị sửa: không còn khớp mã trong mục lục."
    for extra in sorted(set(names) - set(listed) - {MANIFEST}):
        yield f"Tệp {extra} không có trong mục lục: đã bị thêm vào sau."
    for chain in manifest.chains:
        if chain.path not in listed:
            yield f"Nhật ký {chain.path} không có trong mục lục."


def _chain(told: ChainHead, read: ReadFile) -> Iterator[str]:
    """Walk the lines from the first: each names the hash of the one before, the last hashes to the head."""
    lines = read(told.path).decode("utf-8", errors="replace").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    prev = GENESIS
    for number, line in enumerate(lines, start=1):
        fields = line.split("\t")
        if fields[:2] != [told.chain, str(number)] or fields[-1] != prev:
            yield f"Nhật ký {told.path}, dòng {number}: không nối với dòng trước."
            return
        prev = hashlib.sha256(line.encode()).hexdigest()
    if len(lines) != told.lines or prev != told.head:
        yield f"Nhật ký {told.path}: đầu chuỗi không khớp mục lục."
