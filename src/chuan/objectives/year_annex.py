"""The annex of the year's report: every figure it stands on, and how the counted ones were counted.

The report is a Vietnamese paper whatever language the screens speak, so its words are not
marked for translation.
"""

from __future__ import annotations

from chuan.objectives import sayings, ways
from chuan.objectives.models import Measurement
from chuan.objectives.pictures import TargetLine
from chuan.objectives.year_sections import Material
from chuan.paper.papers import Align, Annex, Block, Note, Paragraph, TableBlock
from chuan.ui import formatters as say


def figures_annex(material: Material) -> tuple[Annex, ...]:
    """Every figure the report stands on, with the code that its passport is found by."""
    rows = tuple(
        _figure_row(line, figure) for line in material.picture.lines for figure in material.figures_of(line)
    )
    if not rows:
        return ()
    heads = ("Số", "Chỉ tiêu", "Kỳ", "Số liệu", "Tính chất", "Nguồn", "Lần", "Chốt lúc", "Mã số liệu")
    widths = (1.2, 4.2, 2.2, 3.2, 1.7, 1.3, 0.9, 2.1, 3.4)
    sides: tuple[Align, ...] = (
        "center", "left", "left", "left", "left", "center", "center", "left", "left",
    )  # fmt: skip
    table = TableBlock(heads, rows, widths, sides)
    said = tuple(Note(one) for one in material.stands_on[1:])
    return (Annex("Số liệu đã dùng trong báo cáo", (table, *_counted(material), *said)),)


def _counted(material: Material) -> tuple[Block, ...]:
    """How each figure that a register gave was counted, and what was left out of it."""
    pairs = [
        (line, one) for line in material.picture.lines for one in material.figures_of(line) if one.measure_key
    ]
    if not pairs:
        return ()
    heads = ("Số", "Kỳ", "Cách đếm", "Công thức", "Không tính")
    rows = tuple(_counted_row(line, figure) for line, figure in pairs)
    table = TableBlock(heads, rows, (1.2, 2.2, 5, 5.2, 4.6), ("center", "left", "left", "left", "left"))
    return (Paragraph("Số liệu đếm từ sổ hoặc từ tệp nhập được đếm như sau:"), table)


def _counted_row(line: TargetLine, figure: Measurement) -> tuple[str, ...]:
    way = f"{ways.name_of(figure.measure_key)} ({figure.measure_key}@{figure.measure_version})"
    left_out = "; ".join(f"{why}: {say.number(n)}" for why, n in ways.excluded_of(figure).items())
    return (
        line.label,
        sayings.period_of(figure),
        way,
        ways.formula_of(figure) or say.EMPTY,
        left_out or "không có",
    )


def _figure_row(line: TargetLine, figure: Measurement) -> tuple[str, ...]:
    assert line.indicator is not None
    return (
        line.label,
        line.name,
        sayings.period_of(figure),
        sayings.measured(line.indicator, figure),
        figure.get_stage_display(),
        figure.grade,
        str(figure.version),
        say.moment(figure.as_of),
        str(figure.uid),
    )
