"""The page that opens the pack on any machine: no script, no network, relative links, printable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from chuan.conformity.coverage import ClauseShown, coverage_of
from chuan.conformity.pack.minutes import MARK, files_of
from chuan.law.inspection import points, source
from chuan.law.iso9001 import edition
from chuan.offers.packing import Asked, parts
from chuan.rules.evidence import MANIFEST, Listed
from chuan.ui import formatters as say

STYLE = """body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;margin:0 auto;max-width:60rem;
padding:1.5rem;color:#1a2326}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:2px solid #14606b}
h3{font-size:1rem;margin:1.2rem 0 .2rem}ul{margin:.2rem 0;padding-left:1.2rem}li{margin:.3rem 0}
a{color:#0b5560}small,.muted{color:#51606a}nav a{margin-right:1rem}
.mark{border:2px solid #9a3412;color:#9a3412;padding:.3rem .6rem;font-weight:600;display:inline-block}
code{overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0;font-size:11pt}nav{display:none}a{color:inherit;text-decoration:none}
h2,h3{break-after:avoid}li{break-inside:avoid}@page{size:A4;margin:18mm}}
"""


def index_page(asked: Asked, listed: Sequence[Listed]) -> str:
    """The whole page: by the inspector's list, by clause, by folder, how to check it."""
    return "\n".join(
        [
            *_head(asked),
            *_by_point(listed),
            *_by_clause(asked, listed),
            *_by_folder(listed),
            *_checking(),
            "</body></html>",
        ]
    )


def _head(asked: Asked) -> Iterator[str]:
    unit, span = escape(asked.unit.committee), say.span_of_days(asked.period.start, asked.period.end)
    yield '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f'<title>Hồ sơ kiểm tra – {unit}</title><link rel="stylesheet" href="trang.css"></head><body>'
    if asked.unit.example:
        yield f'<p class="mark">{escape(MARK)}</p>'
    yield f"<h1>Hồ sơ kiểm tra hệ thống quản lý chất lượng</h1><p>{unit}, {span}. Lập lúc {say.moment(asked.at)}.</p>"
    yield f'<p class="muted">Tiêu chuẩn áp dụng: {escape(edition()[0])}; đơn vị tự công bố phù hợp.</p>'
    yield '<nav><a href="#kiem-tra">Theo nội dung kiểm tra</a><a href="#dieu">Theo điều</a>'
    yield '<a href="#thu-muc">Theo thư mục</a><a href="#kiem">Kiểm gói này</a></nav>'
    yield '<p><a href="bien-ban-kiem-tra.docx">Biên bản kiểm tra, điền sẵn phần của đơn vị</a></p>'


def _by_point(listed: Sequence[Listed]) -> Iterator[str]:
    yield f'<h2 id="kiem-tra">Theo nội dung kiểm tra</h2><p class="muted">{escape(source()[0])}.</p>'
    for number, one in enumerate(points(), start=1):
        yield f"<h3>{number}. {escape(one.title)}</h3>"
        found = files_of(one.key, listed)
        where = f"Không có tệp trong gói; xem trên phần mềm của đơn vị, mục {escape(one.page)}"
        yield _links(found) if found else f'<p class="muted">{where}</p>'


def _by_clause(asked: Asked, listed: Sequence[Listed]) -> Iterator[str]:
    yield '<h2 id="dieu">Theo điều của tiêu chuẩn</h2>'
    for one in coverage_of(asked.unit, asked.period).rows:
        yield f"<h3>{escape(one.clause.number)} {escape(one.clause.title)}</h3>"
        found = [file for file in listed if one.clause.number in file.clauses]
        yield from (f'<p class="muted">{escape(words)}</p>' for words in _held(one))
        if found:
            yield _links(found)


def _held(one: ClauseShown) -> Iterator[str]:
    if one.there:
        told = "; ".join(f"{say.number(held.count)} {held.label}" for held in one.there)
        yield f"Trong sổ của đơn vị: {told}."
    for room in one.off:
        where = f"; bằng chứng: {room.kept_at}" if room.kept_at else ""
        yield f"{room.room.name}: chưa áp dụng trên phần mềm{where}."
    if one.note is not None:
        yield f"Đơn vị ghi: {one.note.get_kind_display()}. {one.note.reason}"
    if one.gap:
        yield f"Còn thiếu: {one.gap.partition('. ')[0].rstrip('.')}."


def _by_folder(listed: Sequence[Listed]) -> Iterator[str]:
    yield '<h2 id="thu-muc">Theo thư mục</h2>'
    titles = {one.key: str(one.title) for one in parts()} | {
        "nhat-ky": "Nhật ký (dòng nối nhau, kiểm lại được)"
    }
    for key, title in titles.items():
        if found := [one for one in listed if one.part == key]:
            yield f"<h3>{escape(title)}</h3>{_links(found)}"


def _checking() -> Iterator[str]:
    yield '<h2 id="kiem">Kiểm gói này</h2>'
    yield f"<p>Tệp <code>{MANIFEST}</code> ghi mã SHA-256 của từng tệp. Kiểm trên máy có Chuẩn, không cần dữ liệu:</p>"
    yield "<p><code>chuan evidence verify TÊN-GÓI.zip</code></p>"
    yield "<p>Lệnh in mã kiểm của gói; so với mã trên trang Hồ sơ kiểm tra của đơn vị hoặc bản đơn vị đã in.</p>"


def _links(found: Iterable[Listed]) -> str:
    rows = "".join(
        f'<li><a href="{escape(one.path, quote=True)}">{escape(one.title)}</a> <small>{escape(one.path)}</small></li>'
        for one in found
    )
    return f"<ul>{rows}</ul>"
