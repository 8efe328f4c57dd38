"""The form of an administrative paper, checked by Nghị định 30/2020/NĐ-CP.

    departures = check(Sheet.of_text(text), form_rules(on), on)
    departures[0].said        # a sentence for people
    mended(text, departures)  # every exact mend made

Pure: the rules come in as values (``chuan.law.paper_form``), the sheet from ``chuan.exchange.paper_sheet``.
"""

from chuan.rules.paper_form.checking import Identity, check, identify
from chuan.rules.paper_form.departures import Departure, Place, mended
from chuan.rules.paper_form.form_rules import Bound, FormRules, Lettering, Repealed, Rule, Weight
from chuan.rules.seen_paper import Look, PageNumber, PageSeen, Row, Sheet, Stretch

__all__ = [
    "Bound",
    "Departure",
    "FormRules",
    "Identity",
    "Lettering",
    "Look",
    "PageNumber",
    "PageSeen",
    "Place",
    "Repealed",
    "Row",
    "Rule",
    "Sheet",
    "Stretch",
    "Weight",
    "check",
    "identify",
    "mended",
]
