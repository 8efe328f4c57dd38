"""Lists about signatures: checks kept, files of a folder as a worksheet, certificates about to end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.models import Certificate, Document, FileBatch, Signature, SignatureCheck, TrustItem
from chuan.documents.showing.signatures import files_of, lines_of, sign_of
from chuan.documents.sought import has_words
from chuan.exchange.sheets import Table
from chuan.people.viewer import Viewer

SOON = timedelta(days=60)
MOST = 5000


def checks_for(viewer: Viewer, words: str, verdict: str) -> QuerySet[SignatureCheck]:
    """The checks the viewer may see, the latest first; words are sought without marks."""
    found = SignatureCheck.objects.seen_by(viewer).select_related("document", "by")
    if verdict:
        found = found.filter(verdict=verdict)
    if words.split():
        found = found.filter(pk__in=_with_words(found, words))
    return found.defer("report").order_by("-checked_at", "-pk")


def checks_of(document: Document, viewer: Viewer) -> list[SignatureCheck]:
    """The checks of the document's standing file, the one that counts first; empty: never checked."""
    found = SignatureCheck.objects.seen_by(viewer).filter(document=document, blob=document.blob_id)
    return list(found.defer("report").order_by("-checked_at", "-pk"))


def _with_words(found: QuerySet[SignatureCheck], words: str) -> list[int]:
    named: dict[int, str] = {}
    rows = found.order_by("-pk").values_list("pk", "file_name")[:MOST]
    named.update(dict(rows))
    for pk, signer in Signature.objects.filter(found_by__in=list(named)).values_list("found_by", "signer"):
        named[pk] += f" {signer}"
    return [pk for pk, text in named.items() if has_words([text], words)]


def checks_sheet(found: QuerySet[SignatureCheck], *, on: date) -> Table:
    """The list as a worksheet."""
    rows = [
        (one.file_name, one.document.title if one.document else "", sign_of(one.person)[1], sign_of(one.agency)[1],
         sign_of(one.verdict)[1], timezone.localtime(one.checked_at).replace(tzinfo=None))
        for one in found[:MOST]
    ]  # fmt: skip
    return Table(
        title=_("Các lần kiểm tra chữ ký số"),
        headers=[_("Tệp"), _("Văn bản"), _("Người có thẩm quyền"), _("Cơ quan"), _("Kết quả"), _("Lúc")],
        rows=rows,
        notes=[_("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Kiểm tra"),
        widths={0: 40, 1: 44, 2: 28, 3: 28, 4: 28, 5: 18},
        number_formats={5: "dd/mm/yyyy hh:mm"},
    )


def folder_sheet(batch: FileBatch, outcome: str, *, on: date) -> Table:
    """A folder's files as a worksheet."""
    rows = [
        (line.file.file_name, line.said, line.read, line.file.issued_on, line.file.subject,
         line.file.document.title if line.file.document else "", line.person[1], line.agency[1], line.file.said)
        for line in lines_of(files_of(batch, outcome))
    ]  # fmt: skip
    return Table(
        title=_("Thư mục tệp đã ký, thả ngày %s") % f"{timezone.localtime(batch.arrived_at):%d/%m/%Y}",
        headers=[_("Tệp"), _("Tình trạng"), _("Số đọc được"), _("Ngày"), _("Trích yếu"), _("Ghép với văn bản"),
                 _("Người có thẩm quyền"), _("Cơ quan"), _("Lý do")],
        rows=rows,
        notes=[_("Số tệp: %s") % len(rows), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Tệp đã ký"),
        widths={0: 40, 1: 24, 2: 18, 3: 12, 4: 50, 5: 44, 6: 26, 7: 26, 8: 44},
        number_formats={3: "dd/mm/yyyy"},
    )  # fmt: skip


@dataclass(frozen=True)
class Ending:
    """Something that ends soon or has ended: whose, what, the last day, what to do."""

    what: str
    whose: str
    on: date
    left: int
    todo: str


def endings(viewer: Viewer, *, on: date) -> list[Ending]:
    """Certificates and trust items whose end is near or past, the nearest first."""
    found = [*_certificates(viewer, on), *_trust(viewer, on)]
    return sorted(found, key=lambda one: one.on)


def _certificates(viewer: Viewer, on: date) -> Iterator[Ending]:
    rows = Certificate.objects.seen_by(viewer).filter(ended_at__isnull=True, valid_to__lt=on + SOON)
    for one in rows.select_related("official"):
        whose = one.official.name if one.official else _("cơ quan")
        yield Ending(
            one.subject,
            whose,
            one.valid_to,
            (one.valid_to - on).days,
            _("Xin gia hạn hoặc cấp lại chứng thư số."),
        )


def _trust(viewer: Viewer, on: date) -> Iterator[Ending]:
    rows = TrustItem.objects.seen_by(viewer).filter(ended_at__isnull=True, valid_to__lt=on + SOON)
    lists = (TrustItem.Kind.CRL, TrustItem.Kind.OCSP)
    for one in rows:
        if one.valid_to is None:
            continue
        todo = (
            _("Tải bản mới và khai báo.")
            if one.kind in lists
            else _("Khai báo chứng thư thay thế; kiểm tra lại văn bản đã ký.")
        )
        yield Ending(one.title, str(one.get_kind_display()), one.valid_to, (one.valid_to - on).days, todo)


def unstamped(viewer: Viewer) -> int:
    """Documents whose standing signatures carry no time stamp: when the certificate ends nothing proves the time."""
    bare = Signature.objects.filter(found_by=OuterRef("pk"), level__in=("", "B-B")).filter(
        ~Q(verdict="failed")
    )
    rows = SignatureCheck.objects.seen_by(viewer).filter(document__isnull=False, blob=F("document__blob"))
    return rows.filter(Exists(bare)).values("document").distinct().count()


def trust_stands(viewer: Viewer) -> bool:
    """Whether the unit has declared a root it trusts."""
    rows = TrustItem.objects.seen_by(viewer).filter(unit=viewer.unit, ended_at__isnull=True)
    return rows.filter(kind=TrustItem.Kind.ANCHOR).exists()
