"""The examiner itself: every fault it is there to find is found."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from chuan.ui.policy import POLICY
from tests.examine import Form, examine

GOOD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cán bộ</title></head>
<body><main id="noi-dung"><h1>Cán bộ</h1>{}</main></body></html>"""


def page(inner: str = "", *, whole: str = GOOD, policy: str = POLICY, status: int = 200):
    response = HttpResponse(whole.format(inner) if "{}" in whole else whole, status=status)
    if policy:
        response.headers["Content-Security-Policy"] = policy
    return examine(response, "/can-bo/")


def test_a_sound_page_passes():
    found = page('<p>Một <b>hai</b></p><p>ba <a href="#noi-dung">lên đầu</a></p>')
    assert found.text == "Cán bộ Một hai ba lên đầu"


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        ("<p><ul><li>a</li></ul></p>", "not strict HTML"),
        ("<div><p>a</div></p>", "not strict HTML"),
        ('<p id="a">a</p><p id="a">b</p>', "id 'a' stands twice"),
        ('<p id="a b">a</p>', "holds a space"),
        ('<input name="ten">', "no label"),
        ('<label for="khac">Tên</label><input id="ten">', 'for="khac" names no id'),
        ('<label for="ten"></label><input id="ten">', "no label"),
        ("<select><option>a</option></select>", "no label"),
        ("<textarea></textarea>", "no label"),
        ('<p style="color: red">a</p>', "inline style on <p>"),
        ('<p onclick="a()">a</p>', "inline onclick on <p>"),
        ("<script>a()</script>", "inline <script>"),
        ("<style>p {}</style>", "inline <style>"),
        ('<a href="#khong-co">a</a>', "link #khong-co leads to no id"),
        ('<a href="/can-bo/#khong-co">a</a>', "leads to no id"),
        ('<a href="#">a</a>', "leads nowhere"),
        ('<a href="javascript:a()">a</a>', "leads nowhere"),
        ('<a href="/x/"></a>', "says nothing"),
        ("<button></button>", "says nothing"),
        ('<img src="/a.png">', "no alt"),
        ('<p aria-describedby="khong-co">a</p>', "names no id"),
        ('<svg><use href="/static/chuan/icons.svg#i-khong-co"/></svg>', "no icon 'i-khong-co'"),
        ("<h1>Hai</h1>", "h1: ['Cán bộ', 'Hai']"),
    ],
)
def test_a_fault_in_the_body_is_found(inner, fault):
    with pytest.raises(AssertionError) as found:
        page(inner)
    assert fault in str(found.value)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('lang="vi"', 'lang="en"', "lang is 'en'"),
        ("<title>Cán bộ", "<title>Chuẩn", "does not begin with h1"),
        ("<!doctype html>", "", "not strict HTML"),
        ("<h1>Cán bộ</h1>", "", "h1: []"),
    ],
)
def test_a_fault_of_the_whole_page_is_found(old, new, fault):
    with pytest.raises(AssertionError) as found:
        page(whole=GOOD.replace(old, new))
    assert fault in str(found.value)


@pytest.mark.parametrize("policy", ["", "default-src *", POLICY + "; style-src 'unsafe-inline'"])
def test_another_policy_is_found(policy):
    with pytest.raises(AssertionError, match="content policy is"):
        page(policy=policy)


def test_another_status_is_found_and_a_redirect_is_named():
    with pytest.raises(AssertionError, match="403"):
        page(status=403)
    answer = HttpResponse(status=302, headers={"Location": "/dang-nhap/"})
    with pytest.raises(AssertionError, match="/dang-nhap/"):
        examine(answer, "/can-bo/")


@pytest.mark.parametrize(
    "inner",
    [
        '<label>Tên <input name="ten"></label>',
        '<input name="ten" aria-label="Tên">',
        '<input type="hidden" name="ten"><input type="submit" value="Gửi">',
        '<script src="/static/a.js"></script><script type="application/json">{"a": 1}</script>',
        '<svg><use href="/static/chuan/icons.svg#i-key"/></svg>',
        '<a href="/khac/#cho-khac">sang trang khác</a>',
    ],
)
def test_what_is_allowed_passes(inner):
    page(inner)


FORM = """<form method="post" action="/luu/"><input type="hidden" name="h" value="1">
<label>a <input name="a" value="x"></label><label>b <textarea name="b">
hai
dòng</textarea></label>
<label>c <select name="c"><option value="1">một</option>
<option value="2" selected>hai</option></select></label>
<label>d <input type="checkbox" name="d" value="p" checked></label>
<label>d <input type="checkbox" name="d" value="q" checked></label>
<label>e <input type="radio" name="e" value="r"></label><label>f <input type="file" name="f"></label>
<label>g <select name="g"><option>đầu</option><option>sau</option></select></label>
<button>Lưu</button></form>"""


def test_a_form_sends_what_a_browser_would():
    form = page(FORM).form(button="Lưu")
    assert (form.method, form.action) == ("post", "/luu/")
    assert form.values == {"h": "1", "a": "x", "b": "hai\ndòng", "c": "2", "d": ["p", "q"], "g": "đầu"}


def test_a_name_that_the_form_does_not_have_cannot_be_typed():
    form = page(FORM).form("/luu/")
    assert isinstance(form, Form)
    with pytest.raises(AssertionError, match="form has no"):
        form.send(None, z="1")


def test_elements_are_found_by_id_class_tag_and_path():
    found = page('<p id="a" class="x y">một</p><p class="y">hai</p><div class="notice">ba</div>')
    assert found.texts("#a") == found.texts("p.x") == ["một"]
    assert found.texts(".y") == ["một", "hai"]
    assert found.texts("//p[2]") == ["hai"]
    assert found.notice == "ba"
    with pytest.raises(AssertionError, match="2 ×"):
        found.one(".y")
