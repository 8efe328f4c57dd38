"""A file as the sheet that the check of form reads: its words, and its layout where the format tells it.

sheet = sheet_of(data, name="quyet-dinh.docx")
check(sheet, form_rules(on), on)
"""

from __future__ import annotations

from chuan.exchange.apart import run_apart
from chuan.exchange.kinds import Kind, tell
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.papers import extract
from chuan.exchange.sheet_packing import unpacked
from chuan.rules.legacy_letters import recognised
from chuan.rules.refusals import FileEmpty, FileOldEncoding
from chuan.rules.seen_paper import Sheet

_TASKS = {Kind.DOCX: "docx_sheet", Kind.PDF: "pdf_sheet"}


def sheet_of(data: bytes, name: str, *, limits: Limits = DEFAULT) -> Sheet:
    """The sheet of a .docx, .pdf, .txt, .md or .html file; its text is that of ``extract``.

    Of text, Markdown and HTML only the words are known. Raises what ``extract`` raises.
    """
    task = _TASKS.get(tell(data, name=name, limits=limits))
    if task is None:
        return Sheet.of_text(extract(data, name=name, limits=limits).text)
    sheet = unpacked(run_apart(task, data, name=name, limits=limits))
    if not sheet.text.strip():
        raise FileEmpty(name=name)
    if recognised(sheet.text):  # form is judged on Unicode papers only (TCVN 6909:2001)
        raise FileOldEncoding(name=name)
    return sheet
