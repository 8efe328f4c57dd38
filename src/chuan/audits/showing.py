"""What the pages of this room show, worked out before a template is reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.answers import not_seen, standing
from chuan.audits.covering import asking_below, chapters
from chuan.audits.following import unfollowed
from chuan.audits.models import Answer, Audit, ChecklistItem, Finding
from chuan.audits.own import standing_team
from chuan.audits.permissions import may_keep, may_work
from chuan.people.viewer import Viewer
from chuan.processes.models import Process
from chuan.rules.audits import Coverage
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Cell:
    """Of one process and one chapter: what belongs there, and what of it no audit looks at."""

    belongs: bool
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A process (None: the clauses of the unit as a whole), by how many audits, chapter by chapter."""

    process: Process | None
    audits: int
    cells: tuple[Cell, ...]


def coverage_rows(processes: Sequence[Process], told: Coverage) -> list[Row]:
    """A row for each process, and one for every clause of the standard."""
    rows = [_row(one, told) for one in processes]
    whole = tuple(_cell(asking_below([chapter]), told.clauses_left) for chapter in chapters())
    return [*rows, Row(None, max(told.clauses.values(), default=0), whole)]


def _row(process: Process, told: Coverage) -> Row:
    own = asking_below(process.clauses.split())
    left = [clause for code, clause in told.pairs if code == process.code]
    cells = tuple(_cell(own & asking_below([chapter]), left) for chapter in chapters())
    return Row(process, told.processes.get(process.code, 0), cells)


def _cell(belonging: frozenset[str], left: Iterable[str]) -> Cell:
    return Cell(bool(belonging), tuple(one for one in left if one in belonging))


@dataclass(frozen=True, slots=True)
class Step:
    """What is next, in one line; ``url`` with a label where the viewer does it himself; ``post``: by a button."""

    sentence: str
    label: str = ""
    url: str = ""
    post: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """How far the checklist is."""

    items: tuple[ChecklistItem, ...]
    answers: Mapping[int, Answer]

    @property
    def asked(self) -> int:
        """Questions."""
        return len(self.items)

    @property
    def left(self) -> int:
        """Questions nobody answered yet, or answered with "not seen"."""
        return len(not_seen(self.items, dict(self.answers)))

    @property
    def wrong(self) -> int:
        """Questions answered with "does not conform"."""
        mine = {one.pk for one in self.items}
        verdicts = (one.verdict for key, one in self.answers.items() if key in mine)
        return sum(1 for one in verdicts if one == Answer.Verdict.NOT_CONFORM)


def sheet_of(audit: Audit) -> Sheet:
    """Two statements."""
    items = audit.items.filter(dropped_at__isnull=True).select_related("process", "about__audit")
    return Sheet(tuple(items.order_by("ordinal")), standing(audit))


def next_step(audit: Audit, sheet: Sheet, findings: Sequence[Finding], viewer: Viewer) -> Step:
    """What is to be done next with an audit, and by whom."""
    address = {name: reverse(f"audits:{name}", args=[audit.uid]) for name in _PAGES}
    if audit.owner_unit_id != viewer.unit.pk:
        return Step(_("Cuộc đánh giá của đơn vị cũ, chỉ để xem."))
    if audit.status in (Audit.Status.PLANNED, Audit.Status.ANNOUNCED):
        return _before(audit, sheet, viewer, address)
    if audit.status == Audit.Status.UNDER_WAY:
        return _at_work(audit, sheet, viewer, address)
    if audit.status == Audit.Status.REPORTED:
        return _after(findings, viewer, address)
    return Step(_("Đã xong. Phát hiện còn mở sẽ được hỏi lại ở cuộc đánh giá sau."))


_PAGES = ("team", "draw_up", "announce", "begin", "sheet", "report", "close")


def _before(audit: Audit, sheet: Sheet, viewer: Viewer, address: Mapping[str, str]) -> Step:
    keeps = may_keep(viewer)
    team = standing_team(audit)
    given = audit.scope.filter(auditor__isnull=True).exists()
    if not team or given:
        return _for(keeps, Step(_("Chọn đoàn và giao từng quá trình."), _("Chọn đoàn"), address["team"]))
    if not sheet.items:
        step = Step(_("Lập phiếu câu hỏi."), _("Lập phiếu"), address["draw_up"], post=True)
        return _for(keeps or may_work(audit, viewer), step)
    if audit.status == Audit.Status.PLANNED:
        if not audit.programme.citation:
            return Step(_("Chờ Chủ tịch hoặc Phó Chủ tịch phê duyệt chương trình năm."))
        return _for(keeps, Step(_("Báo trước cho đơn vị."), _("Báo trước"), address["announce"]))
    step = Step(
        _("Họp mở đầu ngày %s rồi bắt đầu.") % say.day(audit.starts_on), _("Bắt đầu đánh giá"),
        address["begin"], post=True,
    )  # fmt: skip
    return _for(keeps or may_work(audit, viewer), step)


def _at_work(audit: Audit, sheet: Sheet, viewer: Viewer, address: Mapping[str, str]) -> Step:
    works = may_work(audit, viewer)
    if sheet.left:
        words = _("Còn %(left)s trong %(asked)s câu chưa xem.") % {
            "left": say.number(sheet.left), "asked": say.number(sheet.asked),
        }  # fmt: skip
        return _for(works, Step(words, _("Ghi phiếu"), address["sheet"]))
    words = _("Đã xem hết %s câu. Lập báo cáo.") % say.number(sheet.asked)
    return _for(works, Step(words, _("Lập báo cáo"), address["report"]))


def _after(findings: Sequence[Finding], viewer: Viewer, address: Mapping[str, str]) -> Step:
    loose = unfollowed(findings)
    if loose:
        words = _("Chuyển khắc phục %s phát hiện không phù hợp.") % say.number(len(loose))
        return Step(words, _("Mở phát hiện đầu tiên"), reverse("audits:finding", args=[loose[0].uid]))
    step = Step(
        _("Mọi phát hiện không phù hợp đã chuyển khắc phục."), _("Kết thúc"), address["close"], post=True
    )
    return _for(may_keep(viewer), step)


def _for(may: bool, step: Step) -> Step:
    return step if may else Step(step.sentence)
