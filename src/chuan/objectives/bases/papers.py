"""The words of a paper that may be kept: of a file dropped here, of a reading of Văn bản, of a basis kept before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile

from chuan.documents.models import Document, Reading
from chuan.documents.secrecy import is_marked_secret
from chuan.exchange import scans
from chuan.exchange.limits import DEFAULT
from chuan.files.models import Attachment
from chuan.objectives.bases.refusals import LongScan
from chuan.objectives.models import Basis
from chuan.objectives.reported.texts import bring
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.base_compare_paper import Home, Paper, read_paper
from chuan.rules.refusals import FileTooBig, StateSecret

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """One paper with its words; exactly one of the last three says where it lies."""

    text: str
    paper: Paper
    name: str
    data: bytes = b""
    media_type: str = ""
    reading: Reading | None = None
    attachment: Attachment | None = None


def from_file(file: UploadedFile[bytes]) -> Given:
    """A dropped file brought to text; nothing is kept yet.

    Raises ``FileTooBig``, ``LongScan``, ``StateSecret`` and what reading a file refuses.
    """
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    data, name = file.read(), PurePath((file.name or "").replace("\\", "/")).name[:200]
    pages = scans.pages_to_read(data, name=name)
    if pages > scans.AT_ONCE:
        raise LongScan(name=name, pages=pages, most=scans.AT_ONCE)
    brought = bring(data, name=name)
    if is_marked_secret(brought.text):
        raise StateSecret()
    return Given(brought.text, read_paper(brought.text), name, data=data, media_type=brought.media_type)


def from_reading(reading: Reading) -> Given:
    """A paper that was read here; what its document says of itself comes before what its text says."""
    found, document = read_paper(reading.text), reading.document
    paper = Paper(
        kind=found.kind,
        type=found.type,
        number=document.full_number if document.number else found.number,
        issued_on=document.issued_on or found.issued_on,
        issuer=found.issuer or _issuer(document),
        year=found.year,
    )
    return Given(reading.text, paper, document.title, reading=reading)


def from_basis(basis: Basis) -> Given:
    """A paper that was kept for another year's plan, or for the round that made this one."""
    read = read_paper(basis.text)
    paper = Paper(basis.kind, read.type, basis.number, basis.issued_on, basis.issuer, read.year)
    return Given(basis.text, paper, basis.name, reading=basis.reading, attachment=basis.attachment)


def home_of(unit: Unit, viewer: Viewer) -> Home:
    """The unit as papers name it, its province and the communes it came from."""
    came_from = Unit.objects.filter(pk__in=viewer.unit_ids).exclude(pk=unit.pk)
    province = unit.parent.name if unit.parent else ""
    return Home(
        unit.get_kind_display().lower(), unit.name, province, tuple(came_from.values_list("name", flat=True))
    )


def _issuer(document: Document) -> str:
    return document.issuer_name or document.unit.committee
