"""What the example unit calls "using" a tool: an invented rule, written as a person writes one."""

from __future__ import annotations

from datetime import date, datetime

from chuan.people.viewer import Viewer
from chuan.workforce.actions.tools_used import write_rule
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.tools.rule import Least, ToolRule

PAPER = "Quy chế sử dụng thư công vụ và phần mềm dùng chung (minh họa)"
SINCE = date(2021, 1, 1)
RULES = {
    MAIL: ToolRule((Least("Thư công vụ", 5),)),
    SIGN_INS: ToolRule(
        (Least("Hệ thống quản lý văn bản", 4), Least("Một cửa điện tử", 4)), every_source=False
    ),
}


def load_rules(*, by: Viewer, at: datetime) -> int:
    """Write both rules; how many. Inside the transaction of the example."""
    for tool, rule in RULES.items():
        write_rule(tool, rule, since=SINCE, citation=PAPER, by=by, at=at)
    return len(RULES)
