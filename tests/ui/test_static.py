"""Static files: everything named is there, nothing comes from outside, licences stand beside the works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

import chuan.ui
from chuan.ui.words import SIGNS

STATIC = Path(chuan.ui.__file__).parent / "static" / "chuan"
TEMPLATES = Path(chuan.ui.__file__).parent / "templates"
OWN = [STATIC / "tokens.css", STATIC / "chuan.css"]


@pytest.mark.parametrize("sheet", OWN, ids=lambda path: path.name)
def test_every_file_that_a_style_sheet_names_is_there(sheet):
    named = [url for url in re.findall(r'url\("?([^")]+)"?\)', sheet.read_text()) if not url.startswith("#")]
    assert named
    assert not [url for url in named if not (STATIC / url).is_file()]


@pytest.mark.parametrize("sheet", OWN, ids=lambda path: path.name)
def test_our_own_style_sheets_load_nothing_from_outside_and_no_data_pictures(sheet):
    assert not re.search(r"url\(\"?(?:data:|https?:|//)|@import", sheet.read_text())


def test_every_class_used_once_for_geometry_is_drawn_by_a_rule():
    rules = (STATIC / "chuan.css").read_text()
    wanted = [".ruler .track", ".ruler .beyond", ".ticks .over", ".chart .thr-in", ".spark .pt", ".f-at-risk"]
    assert not [one for one in wanted if one not in rules]


def test_every_pattern_that_a_rule_fills_with_stands_in_the_base_page():
    filled = set(re.findall(r"url\(#([\w-]+)\)", (STATIC / "chuan.css").read_text()))
    assert filled == set(
        re.findall(r'<pattern id="([\w-]+)"', (TEMPLATES / "ui/parts/patterns.html").read_text())
    )


def test_every_status_has_its_silhouette_and_the_silhouettes_differ():
    root = etree.parse(STATIC / "icons.svg").getroot()
    drawn = {one.get("id"): b"".join(map(etree.tostring, one)) for one in root}
    shapes = [drawn[f"i-{sign.shape}"] for sign in SIGNS.values()]
    assert len(set(shapes)) == len(SIGNS)


def test_the_sprite_carries_its_looks_because_rules_do_not_reach_into_it():
    root = etree.parse(STATIC / "icons.svg").getroot()
    for one in root.iter("{*}path", "{*}circle"):
        if one.get("class"):
            assert one.get("fill") == "none"
            assert one.get("stroke")


def test_bootstrap_is_the_version_named_with_its_licence():
    assert "v5.3.9" in (STATIC / "bootstrap.min.css").read_text()[:200]
    assert "sourceMappingURL" not in (STATIC / "bootstrap.min.css").read_text()
    licences = (STATIC / "LICENSES.txt").read_text()
    assert "Bootstrap v5.3.9" in licences
    assert "Permission is hereby granted" in licences


def test_each_family_of_type_has_its_licence_beside_it():
    fonts = {path.name for path in (STATIC / "fonts").iterdir()}
    for family, licence in (
        ("chuan-text", "ChuanText"),
        ("be-vietnam-pro", "BeVietnamPro"),
        ("tinos", "Tinos"),
    ):
        assert [name for name in fonts if name.startswith(family)]
        assert (
            "Open Font License" in (STATIC / "fonts" / f"OFL-{licence}.txt").read_text()
            or "OPEN FONT LICENSE" in (STATIC / "fonts" / f"OFL-{licence}.txt").read_text()
        )


def test_every_icon_that_a_template_asks_for_is_in_the_sprite():
    sprite = (STATIC / "icons.svg").read_text()
    asked = {
        name
        for path in Path(chuan.ui.__file__).parents[1].rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', path.read_text())
    }
    assert asked
    assert not [name for name in asked if f'id="i-{name}"' not in sprite]


def test_the_files_can_be_collected_with_digests_in_their_names(settings, tmp_path):
    from django.core.management import call_command

    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    hashed = [path.name for path in (settings.STATIC_ROOT / "chuan").glob("icons.*.svg")]
    assert len(hashed) == 1
    sheet = next((settings.STATIC_ROOT / "chuan").glob("chuan.*.css")).read_text()
    assert re.search(r"select\.[0-9a-f]+\.svg", sheet)
    assert "url(#hatch)" in sheet
