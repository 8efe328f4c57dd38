"""The left pane: every span of the reading stands on the paper, under its number, word for word."""

from __future__ import annotations

import html
import re
import sys
from types import FrameType

from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.documents.layout import Layout, packed, unpacked, with_boxes
from chuan.documents.showing.drawing import drawn
from chuan.documents.showing.emphasis import emphasis_of
from chuan.documents.showing.marks import Mark, marks_of, scopes_of
from chuan.documents.showing.sheet import pages_of, with_head_in_one_line
from chuan.exchange import papers
from chuan.exchange.extracted import Align, Block, BlockKind, Extracted, Widget
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import read_decision
from tests.documents.papers import REFERENCE

TEXT = REFERENCE.decode()
READ = read_decision(TEXT, lexicon=reader_lexicon())
MARKS = marks_of(READ, [(one.span.start, one.span.end) for one in READ.questions])
LAYOUT = unpacked(packed(papers.extract(REFERENCE, name="quyet-dinh.md")))


def words_by_number(sheets: list) -> dict[int, str]:
    """The words shown inside each mark, joined."""
    found: dict[int, str] = {}
    for sheet in sheets:
        for paragraph in sheet:
            for cell in paragraph.cells:
                for run in cell:
                    if run.mark is not None:
                        found[run.mark.number] = found.get(run.mark.number, "") + run.text
    return found


def bare(text: str) -> str:
    """Letters only: marks of Markdown, blanks and line ends left out."""
    return re.sub(r"[\s*#\\]+", "", text)


def test_marks_are_numbered_in_the_order_of_the_paper() -> None:
    assert [mark.number for mark in MARKS] == list(range(1, len(MARKS) + 1))
    assert [mark.start for mark in MARKS] == sorted(mark.start for mark in MARKS)
    assert len({mark.key for mark in MARKS}) == len(MARKS)


def test_each_value_read_has_a_mark_of_its_kind() -> None:
    kinds = {mark.key: mark.kind for mark in MARKS}
    assert kinds["f-symbol"] == kinds["f-signer.name"] == kinds["c-0"] == "id"
    assert kinds["b-0"] == kinds["b-3"] == "basis"
    assert kinds["t-1.2-0"] == "target"
    assert [kind for key, kind in kinds.items() if key.startswith("q-")] == ["ask"] * 3


def test_the_words_under_a_mark_are_those_of_its_span() -> None:
    shown = words_by_number(pages_of(TEXT, LAYOUT, MARKS))
    lonely = [m for m in MARKS if not any(o is not m and o.start < m.end and m.start < o.end for o in MARKS)]
    assert len(lonely) > 40
    for mark in lonely:
        assert bare(shown[mark.number]) == bare(TEXT[mark.start : mark.end]), mark


def test_the_whole_paper_is_shown_and_nothing_else() -> None:
    text = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", drawn(pages_of(TEXT, LAYOUT, MARKS))))
    listed = re.sub(r"(?m)^- ", "", TEXT)
    assert bare(text).replace("\u00a0", "") == bare(listed)


def test_no_star_of_markdown_is_shown() -> None:
    assert "*" not in drawn(pages_of(TEXT, LAYOUT, MARKS))
    assert "## " not in drawn(pages_of(TEXT, LAYOUT, MARKS))


def test_every_mark_is_opened_once_and_closed_once() -> None:
    page = drawn(pages_of(TEXT, LAYOUT, MARKS))
    for mark in MARKS:
        assert len(re.findall(rf' id="v{mark.number}"', page)) == 1, mark
        assert len(re.findall(rf"<sup>{mark.number}</sup>", page)) == 1, mark


def test_bold_and_italic_of_markdown_are_seen() -> None:
    page = drawn(pages_of(TEXT, LAYOUT, ()))
    assert "<b>Điều 1.</b>" in page
    assert re.search(r"<i>Căn cứ Luật", page)
    assert '<p class="mid"><b>QUYẾT ĐỊNH</b></p>' in page


def test_bullets_become_lists_and_numbered_lines_keep_their_numbers() -> None:
    page = drawn(pages_of(TEXT, LAYOUT, ()))
    assert page.count("<li>") == 25
    assert "<p>2. Tiếp tục" in page


def test_the_objectives_begin_on_a_sheet_of_their_own() -> None:
    at = TEXT.index("MỤC TIÊU CHẤT LƯỢNG NĂM 2021")
    sheets = pages_of(TEXT, LAYOUT, MARKS, breaks=[at])
    assert len(sheets) == 2
    assert sheets[1][0].cells[0][0].text == "MỤC TIÊU CHẤT LƯỢNG NĂM 2021"


def test_number_and_date_stand_side_by_side_as_papers_print_them() -> None:
    sheets = with_head_in_one_line(pages_of(TEXT, LAYOUT, MARKS))
    head = sheets[0][0]
    assert head.look == "row"
    assert [bare("".join(run.text for run in cell)) for cell in head.cells] == [
        "Số:/QĐ-UBND",
        "BắcHồng,ngày19tháng02năm2021",
    ]


def test_a_blank_number_is_still_marked() -> None:
    page = drawn(pages_of(TEXT, LAYOUT, MARKS))
    blank = next(mark for mark in MARKS if mark.key == "q-0")
    assert f'class="sp sp-ask" id="v{blank.number}"' in page


def test_a_limit_is_marked_as_scope_and_is_no_target() -> None:
    limits = {TEXT[span.start : span.end] for span in scopes_of(READ, TEXT)}
    assert "dưới 7,5 m" in limits
    assert any("văn bản mật" in one for one in limits)
    assert not any("8.550" in one for one in limits)
    page = drawn(pages_of(TEXT, LAYOUT, MARKS, scopes=list(scopes_of(READ, TEXT))))
    assert '<span class="sp sp-scope">dưới 7,5 m</span>' in page


def test_words_of_the_paper_cannot_become_markup() -> None:
    evil = '<script>alert(1)</script> "&" <a href="javascript:x">'
    page = drawn(pages_of(evil, Layout(), (Mark(1, "id", 0, 8, "f-number"),)))
    assert "<script" not in page
    assert 'javascript:x">' not in page
    assert "&lt;script&gt;" in page


def test_a_mark_inside_another_belongs_to_itself_and_both_numbers_stand() -> None:
    text = "Giảm tỷ lệ hộ nghèo xuống 5 %."
    marks = (Mark(1, "ask", 0, 29, "q-0"), Mark(2, "target", 26, 29, "t-1-0"))
    page = drawn(pages_of(text, Layout(), marks))
    assert '<a class="sp sp-ask" id="v1" href="#g1">Giảm tỷ lệ hộ nghèo xuống </a>' in page
    assert '<a class="sp sp-target" id="v2" href="#g2">5 %<sup>2</sup></a>' in page
    assert '<a class="sp sp-ask" href="#g1"><sup>1</sup></a>' in page


def test_of_two_marks_on_the_same_words_the_question_is_seen() -> None:
    marks = (Mark(1, "target", 0, 5, "t-1-0"), Mark(2, "ask", 0, 5, "q-0"))
    page = drawn(pages_of("21/21 chỉ tiêu", Layout(), marks))
    assert '<a class="sp sp-ask" id="v2" href="#g2">21/21<sup>2</sup></a>' in page
    assert 'id="v1"' in page
    assert "<sup>1</sup>" in page


def test_a_mark_without_words_stands_where_the_blank_is() -> None:
    page = drawn(pages_of("Số: /QĐ-UBND", Layout(), (Mark(1, "ask", 3, 3, "q-0"),)))
    assert re.search(r'Số:<a class="sp sp-ask" id="v1" href="#g1">(&nbsp;)+<sup>1</sup></a>', page)


def test_a_mark_behind_the_last_block_is_not_lost() -> None:
    layout = Layout(blocks=(Block(0, 3),))
    page = drawn(pages_of("Một hai ba", layout, (Mark(1, "id", 4, 7, "f-number"),)))
    assert 'id="v1"' in page
    assert "<sup>1</sup>" in page


def test_cells_of_a_table_stand_beside_one_another() -> None:
    text = "UBND PHƯỜNG\tCỘNG HÒA\nĐiều 1."
    layout = Layout(
        blocks=(Block(0, 11, BlockKind.CELL), Block(12, 20, BlockKind.CELL), Block(21, 28, align=Align.END))
    )
    page = drawn(pages_of(text, layout, ()))
    assert '<p class="top"><span>UBND PHƯỜNG</span><span>CỘNG HÒA</span></p>' in page
    assert '<p class="text-end">Điều 1.</p>' in page


def test_anchors_lead_to_the_line_they_name() -> None:
    at = TEXT.index("Xây dựng 02 tuyến")
    page = drawn(pages_of(TEXT, LAYOUT, (), anchors=[(at, "d-1.7")]))
    assert '<span id="d-1.7"></span>Xây dựng 02 tuyến' in page


def test_stars_that_span_lines_are_read_together() -> None:
    text = "**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n\n2 * 3 * 4"
    found = emphasis_of(text)
    assert [text[start:end] for start, end in found.bold] == ["TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH"]
    assert not found.italic


def test_stars_of_a_plain_text_are_words() -> None:
    page = drawn(pages_of("**Điều 1.**", Layout(media_type="text/plain"), ()))
    assert "**Điều 1.**" in page


def test_a_layout_survives_being_stored() -> None:
    assert LAYOUT.is_markdown
    assert LAYOUT.blocks
    assert unpacked("") == Layout()


def test_a_value_that_stands_in_a_signature_box_says_which() -> None:
    """In signed PDFs number and day live only in the appearance of a widget (parts.md)."""
    at = TEXT.index("19 tháng 02 năm 2021")
    box = Widget(1, (300.0, 700.0, 420.0, 716.0), "19", at, at + 2)
    paper = Extracted(TEXT, "application/pdf", 3, (box,), ())
    boxed = with_boxes(READ, paper)
    assert boxed.date is not None
    assert boxed.date.box is not None
    assert (boxed.date.how, boxed.date.box.page, boxed.date.box.rect) == (
        "widget",
        1,
        (300.0, 700.0, 420.0, 716.0),
    )
    assert boxed.place == READ.place
    assert boxed.objectives == READ.objectives


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet='aăđ *#\n-<&"1.', max_size=60),
    st.lists(spans, max_size=8),
    st.sampled_from(["text/markdown", "text/plain"]),
)
def test_any_marks_on_any_text_are_all_shown_in_balanced_markup(text: str, pairs: list, kind: str) -> None:
    inside = [(start, end) for start, end in pairs if end <= len(text)]
    marks = tuple(
        Mark(n, "id", start, end, f"k{n}") for n, (start, end) in enumerate(sorted(inside), start=1)
    )
    page = drawn(pages_of(text, Layout(media_type=kind), marks))
    for mark in marks:
        assert page.count(f' id="v{mark.number}"') == 1
        assert page.count(f"<sup>{mark.number}</sup>") == 1
    for tag in ("a", "b", "i", "p", "ul", "li", "span", "div"):
        assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>")
    assert not re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", page), "links are never inside one another"


def steps_to_draw(characters: int) -> int:
    """Lines of code run for a paper full of stars, with a mark every 900 characters: the same on any machine."""
    line = "Căn cứ **Luật** số 12 về việc *thử nghiệm*;\n"
    text = (line * (characters // len(line) + 1))[:characters]
    marks = tuple(Mark(n + 1, "id", n * 900, n * 900 + 9, f"k{n}") for n in range(characters // 900))
    steps = 0

    def count(_frame: FrameType, event: str, _told: object) -> object:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        drawn(pages_of(text, Layout(media_type="text/markdown"), marks))
    finally:
        sys.settrace(before)
    return steps


def test_a_paper_four_times_as_long_takes_about_four_times_as_many_steps() -> None:
    """With one look at every stretch for every run it took sixteen times as many: more than a minute in all."""
    assert steps_to_draw(36_000) < 5 * steps_to_draw(9_000)
