"""The page anatomy, the gallery, and what is shown when something went wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

import chuan.ui
from chuan.ui.showcase import showcase
from chuan.ui.templatetags import chuan_ui
from tests.examine import open_page
from tests.ui.drawn import draw, html, parsed, said

TEMPLATES = Path(chuan.ui.__file__).parent / "templates"
BASE = '{% extends "ui/base.html" %}'


def page(source: str = "", **context):
    """A page built on the base."""
    return parsed(html(BASE + source, **context))


def test_the_name_of_a_page_is_its_heading_and_its_title():
    tree = page(title="Mục tiêu chất lượng năm 2021")
    assert said(tree.find("head/title")) == said(tree.find(".//h1")) == "Mục tiêu chất lượng năm 2021"


def test_a_page_without_any_context_still_stands():
    tree = page()
    assert said(tree.find(".//h1")) == "Chuẩn"
    assert not list(tree.iter("form"))


def test_the_first_link_leads_past_the_bar():
    tree = page()
    assert tree.find("body/a").get("href") == "#" + tree.find(".//main").get("id") == "#noi-dung"


def test_search_stands_only_where_there_is_something_to_search():
    tree = page(search_url="/tim/", search_text='"quá hạn"')
    assert tree.find(".//form").get("action") == "/tim/"
    assert tree.find(".//form/input").get("value") == '"quá hạn"'
    assert tree.find(".//form/label").get("for") == tree.find(".//form/input").get("id")


def test_the_bar_names_unit_and_person():
    tree = page(
        unit_name="UBND phường Bắc Hồng", who_name="Trần Thị Hoài", who_post="Văn phòng", who_url="/toi/"
    )
    assert said(tree.xpath("//*[@class='brand-unit']")[0]) == "UBND phường Bắc Hồng"
    assert tree.xpath("//a[@class='who']")[0].get("href") == "/toi/"
    imprint = said(tree.xpath("//*[@class='print-only small']")[0])
    assert imprint == "UBND phường Bắc Hồng · người in: Trần Thị Hoài"


def test_the_bar_reads_the_viewer_when_nothing_else_names_them():
    class Unit:
        name = "UBND xã Yên Lộc"

    class Viewer:
        unit, name, post_titles = Unit(), "Lê Văn Tú", ("Tư pháp – hộ tịch", "khác")

    request = RequestFactory().get("/")
    request.viewer = Viewer()
    assert "UBND xã Yên Lộc" in said(page(request=request))
    assert "Lê Văn TúTư pháp – hộ tịch" in said(page(request=request))


def test_invented_figures_are_marked_in_the_head_of_the_page():
    assert page(demo=True).xpath("//*[@class='titleline']/*[@class='demo']")
    assert not page(demo=False).xpath("//*[@class='demo']")


def test_blocks_fill_the_page():
    source = (
        "{% block status %}<i>tag</i>{% endblock %}{% block where %}<p>ở đâu</p>{% endblock %}"
        '{% block actions %}<a href="/x/">In</a>{% endblock %}{% block content %}<p>thân</p>{% endblock %}'
    )
    tree = page(source, title="Tên", crumbs=[("Về", "/ve/")])
    assert said(tree.find(".//main")) == "VềTêntagở đâuInthân" or said(tree.find(".//main")).split() == [
        "Về", "Têntag", "ở", "đâu", "In", "thân",
    ]  # fmt: skip


@pytest.mark.parametrize("template", ["ui/base.html", "ui/base_plain.html"])
def test_no_page_carries_script_or_style_inside(template):
    text = render_to_string(template, {"title": "Tên"})
    assert "<script" not in text
    assert "<style" not in text
    assert not re.search(r'\s(style|on\w+)="', text)


def test_the_sign_in_page_is_strict_and_names_its_region():
    tree = parsed(
        render_to_string("ui/base_plain.html", {"title": "Đăng nhập", "unit_name": "UBND phường Bắc Hồng"})
    )
    assert said(tree.find(".//h1")) == said(tree.find("head/title")) == "Đăng nhập"
    region = tree.xpath("//section[@id='noi-dung']")[0]
    assert region.get("aria-labelledby") == tree.find(".//h1").get("id")


def test_the_gallery_shows_every_component_to_whoever_is_signed_in(ward, sign_in):
    shown = open_page(sign_in(Client(), ward.specialist), "/giao-dien/")
    for kind in (
        "promises",
        "ruler",
        "spark",
        "chart",
        "budget",
        "passport",
        "tasks",
        "trail",
        "notice",
        "empty",
    ):
        assert shown.find(f".{kind}"), kind
    assert "%%" not in shown.text


def test_every_tag_and_every_filter_of_the_looks_stands_in_the_gallery():
    """What is not shown there is not looked at at 390 px, in print, in grey."""
    shown = "".join(path.read_text() for path in sorted(TEMPLATES.glob("ui/gallery*.html")))
    around = "".join(
        (TEMPLATES / "ui" / name).read_text()
        for name in ("base.html", "parts/topbar.html", "parts/budget.html")
    )
    within = shown + around
    assert not [one for one in chuan_ui.register.tags if not re.search(rf"{{%\s*{one}\b", within)]
    assert not [one for one in chuan_ui.register.filters if f"|{one}" not in shown]


def test_the_gallery_is_not_for_strangers(db):
    assert Client().get("/giao-dien/").status_code in (302, 403)


def test_two_visits_to_the_gallery_share_no_form():
    assert showcase()["form"] is not showcase()["form"]


def test_a_message_of_the_last_act_is_shown_once_it_is_there(rf):
    from django.contrib import messages
    from django.contrib.messages.storage.cookie import CookieStorage

    request = rf.get("/")
    request._messages = CookieStorage(request)
    messages.success(request, "Đã lưu 7.214,6 triệu đồng. Kết luận: Đúng tiến độ.")
    messages.error(request, "Chưa gửi được. Gửi lại.")
    messages.info(request, "Tháng 9 đã mở.")
    shown = draw("{% messages_area %}", request=request)
    assert [one.get("role") for one in shown.xpath("//*[@role]")] == ["status", "alert", "status"]
    assert [one.get("class") for one in shown.xpath("//*[@role]")] == [
        "notice is-done",
        "notice is-refused",
        "notice",
    ]


def test_no_page_is_kept_by_a_browser_that_several_people_share():
    """OWASP ASVS 5.0, 14.3.2: after sign-out the back button shows nothing."""
    answer = Client().get("/dang-nhap/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "no-store" in Client().get("/khong-co/").headers["Cache-Control"]
