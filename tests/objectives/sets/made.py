"""Sets of figures made by hand, for rules that need no database."""

from __future__ import annotations

from dataclasses import replace

from chuan.rules.figure_sets import FigureLines, SetFigure, SetHead, SetPromise, SetTarget

UID = "01a227d3-0000-7000-8000-00000000000{}"

HEAD = SetHead(
    unit=UID.format(1), unit_name="UBND phường Bắc Hồng", plan=UID.format(2), year=2021, decision="12/QĐ-UBND",
    decided_on="2021-02-19", name="Kỳ họp cuối năm", on="2021-11-30", paper="Báo cáo trình kỳ họp",
    recorded_at="2021-12-01T02:00:00Z", illustrative=False,
)  # fmt: skip

FIGURE = SetFigure(
    uid=UID.format(5), version=1, start="2021-01-01", end="2021-04-01", as_of="2021-04-02T02:00:00Z",
    numerator="1240", denominator="1284", value="31000/321", counted=True, grade="B", stage="official",
    cumulative=False, measure="dossiers.on_time@4", law="", rows="ab" * 32, excluded={"rút hồ sơ": 2},
    illustrative=False,
)  # fmt: skip

TARGET = SetTarget(
    promise="1", label="1", name="Hồ sơ đúng hạn", indicator=UID.format(3), code="ho-so-dung-han",
    national_code="", unit="%", combine="ratio", target_words="trên 95 %", outcome="on_track", final=False,
    reason="stands", reason_words="Đúng tiến độ: xét theo số liệu đến nay.", figure_words="96,57 %",
    value="31000/321", numerator="1240", denominator="1284", stage="official", until="2021-03-31", late_rows=0,
    figures=(FIGURE,),
)  # fmt: skip

EMPTY = replace(
    TARGET, label="2", name="Đơn thư giải quyết", indicator=UID.format(4), code="don-thu", outcome="unmeasured",
    reason="no_figure", reason_words="Chưa đo được: chưa có số liệu.", figure_words="–", value="", numerator="",
    denominator="", stage="", until="", figures=(),
)  # fmt: skip

PROMISE = SetPromise("1", "Thủ tục hành chính", "on_track", False, "96,57 %", "Đúng tiến độ.")


def a_set(*targets: SetTarget, head: SetHead = HEAD) -> FigureLines:
    """A set of these promised figures, or of one measured and one not."""
    return FigureLines(head, (PROMISE,), targets or (TARGET, EMPTY))
