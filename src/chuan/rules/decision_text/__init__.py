"""Reading a Decision's text: every value with its span, questions where it is unclear."""

from chuan.rules.decision_text.lexicon import Lexicon, Misspelling, Named
from chuan.rules.decision_text.reader import READER_VERSION, is_decision, read_decision
from chuan.rules.decision_text.show import said_target, summary, to_json
from chuan.rules.decision_text.store import dump, load
from chuan.rules.decision_text.types import (
    Article,
    Box,
    Change,
    CitedAct,
    Clause,
    DecisionReading,
    Found,
    Line,
    Point,
    Question,
    Remark,
    Signer,
)

__all__ = [
    "READER_VERSION",
    "Article",
    "Box",
    "Change",
    "CitedAct",
    "Clause",
    "DecisionReading",
    "Found",
    "Lexicon",
    "Line",
    "Misspelling",
    "Named",
    "Point",
    "Question",
    "Remark",
    "Signer",
    "dump",
    "is_decision",
    "load",
    "read_decision",
    "said_target",
    "summary",
    "to_json",
]
