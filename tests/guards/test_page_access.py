"""The checks of access themselves: every fault that they are there to find is found."""

from __future__ import annotations

import html5lib
import pytest

from tests import access

WHOLE = """<!doctype html><html lang="vi"><head><meta name="viewport" content="width=device-width"></head>
<body><nav aria-label="Chính"></nav><main><h1>Cán bộ</h1>{}</main></body></html>"""


def faults(inner: str, whole: str = WHOLE) -> list[str]:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    return access.faults(parser.parse(whole.format(inner)).getroot())


@pytest.mark.parametrize(
    "inner",
    [
        "<h2>a</h2><h3>b</h3><h2>c</h2>",
        '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
        '<fieldset><legend>a</legend><input type="radio" name="r"><input type="radio" name="r"></fieldset>',
        '<form role="search"><input type="search" autocomplete="off" autofocus></form>',
        '<a href="/" target="_blank" rel="noopener">a</a><svg aria-hidden="true"></svg>',
        '<section aria-label="a"></section><section aria-label="b"></section>',
    ],
)
def test_a_sound_page_has_no_fault(inner):
    assert faults(inner) == []


FOUND = [
    ("<h3>a</h3>", "h1 is followed by h3"),
    ("<h2></h2>", "empty h2"),
    ("<nav>a</nav>", "one without a name"),
    ('<nav aria-label="Chính">a</nav>', "two <nav> named"),
    ('<aside aria-label="a"></aside><aside aria-label="a"></aside>', "two <aside> named"),
    (
        '<section aria-label="a"></section><section aria-labelledby="b"><p id="b">a</p></section>',
        "two regions",
    ),
    ("<table><tbody><tr><td>a</td></tr></tbody></table>", "table without a head"),
    ("<table><tbody><tr><th>a</th></tr></tbody></table>", "th without scope"),
    ('<table><tbody><tr><th scope="row"></th></tr></tbody></table>', "empty th"),
    ('<table class="tbl fold"><tbody><tr><th scope="row">a</th></tr></tbody></table>', "without role=table"),
    (
        '<table class="fold" role="table"><tbody role="rowgroup"><tr><td role="cell">a</td></tr></tbody></table>',
        "=row:",
    ),
    ('<p role="button">a</p>', "role 'button' is not"),
    ('<a href="/" aria-current="yes">a</a>', "aria-current='yes'"),
    ('<p aria-hidden="1">a</p>', "aria-hidden='1'"),
    ('<span aria-label="a">b</span>', "no role that could carry a name"),
    ('<div aria-hidden="true"><a href="/">a</a></div>', "yet takes the focus"),
    ('<p tabindex="3">a</p>', "tabindex='3'"),
    ('<a accesskey="t" href="/">a</a><a accesskey="T" href="/">b</a>', "accesskey 't' stands 2"),
    ('<a href="/"><input></a>', "inside another control"),
    ("<input autofocus><input autofocus>", "ask for the focus"),
    ("<fieldset><input></fieldset>", "fieldset without a legend"),
    ('<input type="radio" name="r"><input type="radio" name="r">', "without a named group"),
    ("<ul><p>a</p></ul>", "straight in a list"),
    ("<dl><p>a</p></dl>", "straight in a dl"),
    ('<input autocomplete="nickname">', "autocomplete=['nickname']"),
    ('<input type="password" name="p">', "without autocomplete"),
    ('<a href="/" target="_blank">a</a>', "without rel=noopener"),
]


@pytest.mark.parametrize(("inner", "fault"), FOUND, ids=[fault for _inner, fault in FOUND])
def test_each_fault_is_found(inner, fault):
    assert any(fault in one for one in faults(inner)), faults(inner)


def test_what_stands_outside_the_landmarks_and_what_forbids_zoom_is_found():
    assert "<p> stands outside every landmark" in faults("", WHOLE.replace("<main>", "<p>a</p><main>"))
    assert "not one main" in faults("</main><main>")
    zoomless = WHOLE.replace("width=device-width", "width=device-width, user-scalable=no")
    assert any("zoom is forbidden" in one for one in faults("", zoomless))
