"""Signatures in words: the verdict of a file, each signature with its detail, a folder's outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.documents.models import FileBatch, SignedFile
from chuan.exchange.signatures import Kind, SignatureFound, SignatureReport, Verdict
from chuan.ui.formatters import moment
from chuan.ui.parts import Fact

Sign = tuple[str, str]
_SIGNS: dict[str, tuple[str, str | Promise]] = {
    "passed": ("met", later("Đã xác minh")),
    "indeterminate": ("at-risk", later("Còn nguyên vẹn, chưa xác minh")),
    "failed": ("not-met", later("Không hợp lệ")),
    "none": ("not-met", later("Không có chữ ký số")),
    "": ("unmeasured", later("Chưa kiểm tra")),
}
_KINDS: dict[Kind, str | Promise] = {
    Kind.PERSON: later("chữ ký của người"),
    Kind.AGENCY: later("chữ ký số của cơ quan"),
    Kind.UNKNOWN: later("chưa rõ của người hay cơ quan"),
}
_COVERAGE: dict[str, str | Promise] = {
    "whole_file": later("toàn bộ tệp"),
    "whole_revision": later("toàn bộ tệp như lúc ký; sau đó có phần thêm vào"),
    "part": later("chỉ một phần tệp"),
    "unclear": later("không rõ"),
}


@dataclass(frozen=True)
class SignatureSeen:
    """One signature as the page shows it: a line, the reasons, the detail folded."""

    signer: str
    kind: str
    shape: str
    said: str
    reasons: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ReportSeen:
    """A whole report."""

    shape: str
    said: str
    sentences: tuple[str, ...]
    signatures: tuple[SignatureSeen, ...]
    widgets: int
    changes: tuple[str, ...]


def sign_of(verdict: str) -> Sign:
    """(shape, words) of a verdict."""
    shape, said = _SIGNS.get(verdict, _SIGNS[""])
    return shape, str(said)


def seen_of(report: SignatureReport) -> ReportSeen:
    """A report for the page; a file without any signature is said to be only a picture of one."""
    shape, said = sign_of(report.verdict.value if report.signatures else "none")
    sentences = report.sentences
    if not report.signatures:
        sentences = (
            _(
                "Tệp không có chữ ký số nào. Nếu thấy chữ ký hay con dấu thì đó chỉ là hình ảnh, không phải bản gốc."
            ),
            *sentences,
        )
    main = [one for one in report.signatures if not one.is_widget_only]
    return ReportSeen(
        shape, said, sentences, tuple(_signature(one) for one in main), len(report.signatures) - len(main),
        report.later_changes,
    )  # fmt: skip


def _signature(one: SignatureFound) -> SignatureSeen:
    shape, said = sign_of(one.verdict.value)
    heavy = [why for why in one.reasons if why.verdict == one.verdict] or list(one.reasons)
    details = [Fact(_("Mã %s") % why.code, why.sentence, why.detail) for why in one.reasons]
    facts = [Fact(_("Tổ chức"), one.organisation), Fact(_("Thời gian ký"), moment(one.time) if one.time else "",
             "" if one.timestamped_at else _("theo máy của người ký")),
             Fact(_("Mức"), one.level), Fact(_("Phủ"), str(_COVERAGE.get(one.coverage.value, "")))]  # fmt: skip
    if one.certificate:
        cert = one.certificate
        facts += [Fact(_("Chứng thư"), cert.subject), Fact(_("Nơi cấp"), cert.issuer), Fact(_("Số hiệu"), cert.serial),
                  Fact(_("Hiệu lực"), f"{moment(cert.valid_from)} – {moment(cert.valid_to)}")]  # fmt: skip
    return SignatureSeen(
        one.signer or one.field, str(_KINDS[one.kind]), shape, said,
        tuple(dict.fromkeys(why.sentence for why in heavy)), tuple(one for one in [*facts, *details] if one.value),
    )  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """One kind of outcome of a folder: its words, how many, the address of its list."""

    key: str
    label: str | Promise
    shape: str
    n: int = 0


OUTCOMES: tuple[tuple[str, str | Promise, str, Q], ...] = (
    ("da-ghep", later("đã ghép"), "met", Q(status="matched", picture_only=False)),
    ("chua-ghep", later("chưa ghép"), "at-risk", Q(status="unmatched", picture_only=False)),
    ("hinh-anh", later("chỉ là hình ảnh chữ ký"), "not-met", Q(picture_only=True)),
    ("hong", later("không đọc được"), "not-met", Q(status="unreadable")),
    ("da-bo", later("đã bỏ"), "unmeasured", Q(status="dropped")),
    ("cho", later("chờ kiểm tra"), "unmeasured", Q(status="waiting")),
)


def outcomes_of(batch: FileBatch) -> list[Outcome]:
    """How many files of each outcome, in one statement; those that never happened are left out."""
    counted = batch.files.aggregate(
        **{key.replace("-", "_"): Count("pk", filter=where) for key, _l, _s, where in OUTCOMES}
    )
    every = [
        Outcome(key, label, shape, counted[key.replace("-", "_")]) for key, label, shape, _where in OUTCOMES
    ]
    return [one for one in every if one.n]


def files_of(batch: FileBatch, outcome: str) -> QuerySet[SignedFile]:
    """The files of one outcome, or all, those that need a person first."""
    where = next((where for key, _l, _s, where in OUTCOMES if key == outcome), Q())
    rows = batch.files.filter(where).select_related("document", "checked")
    return rows.order_by("-picture_only", "-status", "file_name", "pk")


@dataclass(frozen=True)
class FileLine:
    """One file of a folder."""

    file: SignedFile
    read: str
    shape: str
    said: str
    person: Sign
    agency: Sign


def lines_of(files: Iterable[SignedFile]) -> list[FileLine]:
    """Rows for the page and the worksheet."""
    return [_line(one) for one in files]


def _line(one: SignedFile) -> FileLine:
    read = "/".join(part for part in (one.number, one.symbol) if part)
    shape, said = _state(one)
    person, agency = (one.checked.person, one.checked.agency) if one.checked else ("", "")
    return FileLine(one, read, shape, said, sign_of(person), sign_of(agency))


def _state(one: SignedFile) -> Sign:
    if one.picture_only:
        return "not-met", _("chỉ là hình ảnh chữ ký")
    found = {
        "matched": ("met", _("đã ghép")),
        "unmatched": ("at-risk", _("chưa ghép")),
        "unreadable": ("not-met", _("không đọc được")),
        "dropped": ("unmeasured", _("đã bỏ")),
    }
    return found.get(one.status, ("unmeasured", _("chờ kiểm tra")))


def names_of(files: Sequence[SignedFile], most: int = 12) -> str:
    """Names of files in one line: "a.pdf, b.pdf và 3 tệp nữa"."""
    shown = ", ".join(one.file_name for one in files[:most])
    more = len(files) - most
    return _("%(names)s và %(n)s tệp nữa") % {"names": shown, "n": more} if more > 0 else shown


def verdict_words(verdict: Verdict) -> str:
    """The words of a verdict alone."""
    return sign_of(verdict.value)[1]
