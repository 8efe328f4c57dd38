"""Words that a petition already holds, by the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.files.models import Attachment
from chuan.petitions.models import Petition
from chuan.petitions.sealed.terms import Term, tells

COLUMNS: dict[str, str | Promise] = {
    "text": gettext_lazy("nội dung đơn"),
    "place": gettext_lazy("địa điểm"),
    "envelope": gettext_lazy("nơi để phong bì"),
}
"""Columns of a petition that hold typed words."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: ``key`` names a column or a line, ``text`` is what stands there now."""

    key: str
    label: str
    text: str


FILES = "petition_event"
"""The kind of thing a file of a line hangs on (``actions.solving.working``)."""


def files_of(petition: Petition) -> list[tuple[int, Attachment]]:
    """Files of its lines, by the line's number."""
    lines = dict(petition.events.values_list("uid", "seq"))
    rows = Attachment.objects.filter(subject_kind=FILES, subject_uid__in=list(lines)).select_related("blob")
    return [(lines[one.subject_uid], one) for one in rows.order_by("pk")]


def blankable(petition: Petition) -> list[Place]:
    """Every place that may be blanked: words, and files of lines, which may show a name as well."""
    kept = [Place(f"file-{one.uid}", _("tệp của dòng %d") % seq, one.name) for seq, one in files_of(petition)]
    return [*all_places(petition), *kept]


def all_places(petition: Petition) -> Iterator[Place]:
    """Every place of the petition that holds words now: columns, lines by number, why an opening was asked for."""
    for column, label in COLUMNS.items():
        if text := getattr(petition, column):
            yield Place(column, str(label), text)
    for line in petition.events.order_by("seq"):
        if line.text:
            yield Place(f"line-{line.seq}", _("dòng %d") % line.seq, line.text)
    for n, asked in enumerate(petition.opening_requests.order_by("pk"), start=1):
        if asked.words:
            yield Place(f"asked-{asked.uid}", _("lý do xin mở niêm phong lần %d") % n, asked.words)


def places_of(petition: Petition, terms: Iterable[Term]) -> list[Place]:
    """The places whose words tell what the terms were made of."""
    known = [(one.digest, one.words) for one in terms]
    return [one for one in all_places(petition) if tells((one.text,), petition.uid, known)]
