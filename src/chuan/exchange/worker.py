"""The reading process: ``python -m chuan.exchange.worker TASK LIMITS`` with the file on stdin.

Started by apart.py for every upload. Parsers are imported only when their task is asked for:
starting Python is most of what a short paper costs.
"""

from __future__ import annotations

import importlib
import json
import sys
from dataclasses import asdict
from types import ModuleType
from typing import Any

from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileUnreadable, Refused

# The task's module and function: (data, name=, limits=) -> something with ``packed()``.
TASKS = {
    "docx": ("chuan.exchange.docx_text", "read_docx"),
    "docx_sheet": ("chuan.exchange.docx_sheet", "read_docx_sheet"),
    "edxml": ("chuan.exchange.edxml.reading", "read_here"),
    "html": ("chuan.exchange.html_text", "read_html"),
    "inspect": ("chuan.exchange.inspecting", "inspect"),
    "mail_log": ("chuan.exchange.mail_logs", "count_here"),
    "pdf": ("chuan.exchange.pdf_text", "read_pdf"),
    "pdf_mixed": ("chuan.exchange.scans.mixed", "read_mixed"),
    "pdf_tables": ("chuan.exchange.pdf_tables.text", "read_with_tables"),
    "pdf_sheet": ("chuan.exchange.pdf_sheet", "read_pdf_sheet"),
    "photo": ("chuan.exchange.photos", "redraw_here"),
    "redact": ("chuan.exchange.redacting.copying", "redact_here"),
    "stamp": ("chuan.exchange.stamping", "stamp_here"),
    "table_book": ("chuan.exchange.table_books", "read_book"),
    "table_csv": ("chuan.exchange.table_csv", "read_csv"),
    "table_html": ("chuan.exchange.table_html", "read_html_tables"),
    "table_word": ("chuan.exchange.table_word", "read_word_tables"),
    "table_xml": ("chuan.exchange.table_xml", "read_xml_tables"),
    "xlsx": ("chuan.exchange.sheet_reading", "read_xlsx"),
}
# Tasks that answer about many files in one process: the module's ``serve(source, sink, limits=)``.
SERVERS = {
    "pdf_heads": "chuan.exchange.pdf_heads",
    "redact_pages": "chuan.exchange.redacting.showing",
    "scan_pages": "chuan.exchange.scans.rendering",
    "signatures": "chuan.exchange.signatures.child",
}
# Imported by pyHanko only to fetch, which is never done; without it a process starts a third sooner.
_UNUSED = "aiohttp"
# Parsing a paper needs none of these: who asks for one is an attacker inside the parser.
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "shutil.",
    "webbrowser.",
)


def main(task: str, limits: Limits) -> None:
    """Reads stdin, answers on stdout: the packed result, or the refusal's code and fields."""
    if task in SERVERS:
        serve(task, limits)
        return
    module, function = TASKS[task]
    read = getattr(importlib.import_module(module), function)
    _bound(limits)
    sys.addaudithook(_forbid)
    sys.stdout.write(json.dumps(_answer(read, sys.stdin.buffer.read(), limits)))
    sys.stdout.flush()


def serve(task: str, limits: Limits) -> None:
    """One answer a line until stdin ends; processor time is counted anew for each file."""
    sys.modules.setdefault(_UNUSED, _hollow(_UNUSED))
    module = importlib.import_module(SERVERS[task])
    module.prepare()
    _bound(limits, lasting=True)
    sys.addaudithook(_forbid)
    opening = json.loads(sys.stdin.buffer.readline())
    while head := sys.stdin.buffer.readline():
        _allow(limits.seconds)
        data = sys.stdin.buffer.read(int(head))

        def read(data: bytes, *, name: str, limits: Limits) -> Any:
            return module.read(data, opening, name=name, limits=limits)

        sys.stdout.write(json.dumps(_answer(read, data, limits)) + "\n")
        sys.stdout.flush()


def _hollow(name: str) -> ModuleType:
    """A module in which every name is an empty class: it can be subclassed and never works."""
    module = ModuleType(name)
    module.__getattr__ = lambda item: type(item, (), {})  # type: ignore[method-assign]
    return module


def _allow(seconds: int) -> None:
    """So much processor time more, from now."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, resource.RLIM_INFINITY)
    )


def _answer(read: Any, data: bytes, limits: Limits) -> dict[str, Any]:
    try:
        packed: dict[str, Any] = read(data, name="", limits=limits).packed()
    except Refused as refusal:
        return {"refused": refusal.code, "fields": asdict(refusal)}
    except (MemoryError, RecursionError):
        return {"refused": FileUnreadable.code, "fields": {"name": ""}}
    return packed


def _bound(limits: Limits, *, lasting: bool = False) -> None:
    """Memory, processor time, no written file. Windows has no setrlimit: only apart.py's clock holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    if not lasting:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """Closes the doors a parser has no business with; C code is not held by this, only Python's."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main(sys.argv[1], Limits(**json.loads(sys.argv[2])))
