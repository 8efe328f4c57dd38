"""Reading: the reference Decision, the 36 real ones in one process, and taking the text out of each format."""

from __future__ import annotations

import io
import sys
import time
from functools import partial
from html import escape
from pathlib import Path

from bench.reader import REFERENCE, score
from bench.saying import medians, say
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import read_decision

DECISIONS = Path(__file__).resolve().parents[2] / "shared" / "data" / "decisions"
REFERENCE_MS, ALL_S = 50, 2


def main() -> None:
    """Everything that is read without a database."""
    _reference()
    if (DECISIONS / "labels.json").is_file():
        _real_ones()
    else:
        sys.stderr.write(f"Không có {DECISIONS}: 36 quyết định thật KHÔNG được đo.\n")
    _formats()


def _reference() -> None:
    text, lexicon = REFERENCE.read_text(encoding="utf-8"), reader_lexicon()
    taken = medians(lambda: read_decision(text, lexicon=lexicon), times=30)
    name = "đọc quyết định mẫu (văn bản đã có, từ vựng đã nạp)"
    say(name, taken.wall, "ms", REFERENCE_MS, cpu=taken.cpu)


def _real_ones() -> None:
    began = time.process_time()
    scores, seconds = score(DECISIONS)
    cpu = time.process_time() - began
    read = next(iter(scores.values()))
    say(f"đọc {read.right + len(read.wrong)} quyết định thật, cả lượt", seconds, "s", ALL_S, cpu=cpu)
    for name, found in scores.items():
        say(f"  đúng {name}", found.share, "%")


def _formats() -> None:
    """From the file to the text, with the process of its own that a strange file is opened in."""
    from chuan.exchange.papers import extract

    text = REFERENCE.read_text(encoding="utf-8")
    for name, data in _files(text).items():
        taken = medians(partial(extract, data, name=name), times=5)
        say(f"lấy văn bản của quyết định mẫu từ {name}", taken.wall, "ms")


def _files(text: str) -> dict[str, bytes]:
    """The reference in each format, a paragraph a line."""
    return {
        "quyet-dinh.md": text.encode(),
        "quyet-dinh.html": "".join(f"<p>{escape(line)}</p>" for line in text.splitlines()).encode(),
        "quyet-dinh.docx": _docx(text),
        "quyet-dinh.pdf": _pdf(text),
    }


def _docx(text: str) -> bytes:
    from docx import Document

    paper, file = Document(), io.BytesIO()
    for line in text.splitlines():
        paper.add_paragraph(line)
    paper.save(file)
    return file.getvalue()


def _pdf(text: str) -> bytes:
    import typst

    lines = "\n\n".join(f"#text({_quoted(line)})" for line in text.splitlines() if line.strip())
    fonts = Path(__file__).resolve().parents[1] / "src" / "chuan" / "paper" / "fonts"
    return typst.compile(f'#set text(font: "Tinos", lang: "vi")\n{lines}'.encode(), font_paths=[str(fonts)])


def _quoted(line: str) -> str:
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
