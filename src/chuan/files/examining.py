"""Whether the bytes are there that the rows speak of, whole, and nothing beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.files.actions import path_of
from chuan.files.models import Blob
from chuan.offers.examinations import Examination, Finding, Looking, broken, fine, look, offer

SAMPLE = 200
"""Files whose bytes are read each time; which ones goes round with the days."""
SAMPLE_BYTES = 64 * 1024 * 1024
_PIECE = 1024 * 1024


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("files", gettext_lazy("Tệp đã nhận"), 60, examine))


def examine(looking: Looking) -> Iterator[Finding]:
    """Every file is there and of its size; a sample (in full: every one) has the digest that names it."""
    sizes = dict(Blob.objects.filter(let_go_at__isnull=True).values_list("digest", "size"))
    missing = [digest for digest, size in sizes.items() if not _stands(path_of(digest), size)]
    there = [digest for digest in sizes if digest not in set(missing)]
    read = there if looking.full else list(_sample(there, sizes, looking.on))
    damaged = [digest for digest in read if _digest(path_of(digest)) != digest]
    left = _left_over(sizes)
    mend = _("Chép lại tệp từ bản sao lưu gần nhất vào đúng thư mục files; không sửa tay các tệp này.")
    if missing:
        yield broken(_("%(n)d tệp mất hoặc sai cỡ: %(which)s.") % _counted(missing), mend)
    if damaged:
        yield broken(_("%(n)d tệp bị hỏng: %(which)s.") % _counted(damaged), mend)
    if left:
        yield look(
            _("%d tệp trong thư mục files không thuộc văn bản nào.") % left,
            _("Không gây hại. Nếu vừa khôi phục bản sao lưu cũ thì đó là tệp nhận sau bản ấy: giữ lại."),
        )
    if not (missing or damaged):
        yield fine(
            _("Đủ %(n)d tệp; đã đọc lại %(read)d tệp, không tệp nào hỏng.")
            % {"n": len(sizes), "read": len(read)}
        )


def _sample(there: list[str], sizes: dict[str, int], on: date) -> Iterator[str]:
    """Up to ``SAMPLE`` files and ``SAMPLE_BYTES``, beginning each day where the day before may have ended."""
    ordered = sorted(there)
    begin = on.toordinal() * SAMPLE % len(ordered) if ordered else 0
    left = SAMPLE_BYTES
    for digest in (ordered[begin:] + ordered[:begin])[:SAMPLE]:
        if (left := left - sizes[digest]) < 0:
            return
        yield digest


def _stands(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _digest(path: Path) -> str:
    read = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                read.update(piece)
    except OSError:
        return ""
    return read.hexdigest()


def _left_over(known: Iterable[str]) -> int:
    names = set(known)
    return sum(
        1 for path in Path(settings.FILES_DIR).glob("??/??/*") if path.is_file() and path.name not in names
    )


def _counted(digests: list[str]) -> dict[str, object]:
    return {"n": len(digests), "which": ", ".join(digest[:12] for digest in digests[:3])}
