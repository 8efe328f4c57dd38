"""The results of a survey as a worksheet: counts by question, never a word that somebody wrote."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.satisfaction.forms import MARKS
from chuan.satisfaction.models import Survey
from chuan.satisfaction.results import Results, Shown
from chuan.ui import formatters as say


def results_table(survey: Survey, results: Results, on: date) -> Table:
    """A line for each question; what is hidden from the reader of the page is hidden here too."""
    count = (
        _("trên %s phiếu") % say.number(results.tally.answers) if results.tally.answers else _("chưa đo được")
    )
    return Table(
        title=f"{survey.title} – {survey.unit.committee}",
        headers=[_("Câu hỏi"), *(str(words) for _mark, words in MARKS), _("Hài lòng trở lên"), _("Có trả lời")],
        rows=[_row(one) for one in results.lines],
        notes=[
            _("Nhận phiếu từ %(first)s đến hết %(last)s; tính đến ngày %(on)s, %(count)s.") % {
                "first": say.day(survey.starts), "last": say.day(survey.last_day), "on": say.day(on), "count": count,
            },
            _("Ai trả lời là tự chọn; không biết bao nhiêu người không trả lời."),
        ],
        sheet_name=_("Khảo sát"),
    )  # fmt: skip


def _row(one: Shown) -> list[CellValue]:
    line = one.line
    share: list[CellValue] = [None, None] if line.hidden else [line.hits, line.answered]
    return [line.question.words, *(cell.count for cell in one.best_first), *share]
