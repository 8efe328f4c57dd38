"""Whether what is found is what the rooms hold: counts and digests, and the words beside the entries."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext as _

from chuan.offers.search import Source, offered
from chuan.search.entries import digest_of
from chuan.search.indexes import index_of
from chuan.search.models import SearchEntry, place_of

_MEND = _("chạy “chuan search rebuild”")


def stale() -> Iterator[str]:
    """A sentence for each kind whose entries differ from the things, and for words without entry or the reverse."""
    sources = offered()
    for kind, source in sources.items():
        yield from _differences(kind, source)
    left = SearchEntry.objects.exclude(subject_kind__in=list(sources)).count()
    if left:
        yield _("%(n)d mục thuộc loại không còn ai đưa ra; %(mend)s") % {"n": left, "mend": _MEND}
    yield from _words()


def _differences(kind: str, source: Source) -> Iterator[str]:
    held = dict(SearchEntry.objects.filter(subject_kind=kind).values_list("subject_uid", "digest"))
    missing, differing = 0, 0
    for entry in source():
        digest = held.pop(entry.subject.uid, None)
        missing += digest is None
        differing += digest is not None and digest != digest_of(entry)
    if missing or differing or held:
        counts = {"kind": kind, "missing": missing, "old": differing, "left": len(held), "mend": _MEND}
        yield _("%(kind)s: %(missing)d thiếu, %(old)d cũ, %(left)d thừa; %(mend)s") % counts


def _words() -> Iterator[str]:
    taken = set(index_of(connection).places())
    entries = SearchEntry.objects.values_list("pk", "on").iterator()
    wanted = {place_of(pk, on) for pk, on in entries}
    if taken != wanted:
        counts = {"missing": len(wanted - taken), "left": len(taken - wanted), "mend": _MEND}
        yield _("bảng từ: %(missing)d mục thiếu, %(left)d mục thừa; %(mend)s") % counts
