"""What takes time: drawing the covered copy, reading the words of a page. Before any act, nothing on a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from chuan.exchange.redacting import propose, read_words_of, redact
from chuan.files import actions as files
from chuan.people.viewer import Viewer
from chuan.petitions.actions import redacted, redacting
from chuan.petitions.models import Redaction, WorkingCopy
from chuan.petitions.redacting.marks import from_text
from chuan.petitions.redacting.second_looks import require_second_look
from chuan.petitions.redacting.sources import copy_bytes, scan_bytes, sealed_anew
from chuan.petitions.refusals_redacting import CopySettled, NothingToFind, PagesNotLookedAt

MOST_TERMS = 20
LONGEST_TERM = 120

Clock = Callable[[], datetime]


def make_copy(copy: WorkingCopy, *, nothing: bool, by: Viewer, clock: Clock) -> Redaction:
    """Draw the copy and keep it. ``nothing``: a person looked, and nothing is to be covered.

    Raises ``PagesNotLookedAt`` and what ``exchange.redacting.redact`` and ``actions.redacted.make`` raise.
    """
    marks = from_text(copy.marks)
    if unseen := marks.unseen(copy.pages):
        raise PagesNotLookedAt(pages=_said(unseen))
    made = redact(scan_bytes(copy), marks.areas, name=copy.petition.code, none_needed=nothing)
    sealed = sealed_anew(made.pdf)
    try:
        return redacted.make(copy, made, sealed, by=by, at=clock())
    finally:
        sealed.drop()


def confirm_copy(copy: Redaction, *, by: Viewer, clock: Clock) -> None:
    """Put the copy's bytes among the ordinary files and confirm it. Raises ``CopySettled``, ``NotFound``,
    ``OwnCopy``.
    """
    if not copy.waits:
        raise CopySettled()
    require_second_look(
        copy, by, timezone.localtime(clock()).date()
    )  # before its bytes lie there without a seal
    blob = files.keep(copy_bytes(copy), media_type=redacted.PDF)
    try:
        redacted.confirm(copy, blob, by=by, at=clock())
    except BaseException:
        redacted.throw_away(blob, at=clock())
        raise


def mark_more(copy: Redaction, *, by: Viewer, clock: Clock) -> WorkingCopy:
    """Take the copy itself for a scan to mark more on; it is withdrawn. Raises what ``redacted.mark_more`` raises."""
    sealed = sealed_anew(copy_bytes(copy))
    try:
        return redacted.mark_more(copy, sealed, by=by, at=clock())
    finally:
        sealed.drop()


def find_terms(
    copy: WorkingCopy,
    terms: Sequence[str],
    pages: Iterable[int],
    *,
    whole_lines: bool,
    by: Viewer,
    clock: Clock,
) -> int:
    """Look for words on some pages and mark where they seem to stand; how many areas were found.

    The words are held in memory for as long as this runs, and nowhere else. Raises ``NothingToFind``,
    ``ScanReaderMissing``.
    """
    if not terms:
        raise NothingToFind()
    data, name = scan_bytes(copy), copy.petition.code
    seen = [one for page in pages for one in read_words_of(data, name=name, page=page)]
    found = {one.area for one in propose(seen, terms, whole_lines=whole_lines)}
    if found:
        redacting.propose_areas(copy, found, by=by, at=clock())
    return len(found)


def terms_in(typed: str) -> list[str]:
    """One term a line; blanks folded, each once, bounded in number and length."""
    lines = (" ".join(line.split())[:LONGEST_TERM] for line in typed.splitlines())
    return list(dict.fromkeys(line for line in lines if len(line) > 1))[:MOST_TERMS]


def _said(pages: Sequence[int]) -> str:
    return "trang " + ", ".join(str(page) for page in pages)
