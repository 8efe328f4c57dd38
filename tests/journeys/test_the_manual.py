"""The manual shows and names only what is there: pictures, pages, words of the screen, commands."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from django.urls import resolve

from chuan import cli
from tests.journeys.conftest import ROOT

MANUAL = ROOT / "docs" / "manual"
PICTURES = MANUAL / "hinh"
READMES = [ROOT / "README.md", ROOT / "README.vi.md"]
NUMBER = re.compile(r"(\d+)-[\w-]+\.md")


def _in_order(page: Path) -> tuple[int, str]:
    """A chapter's place: by its number, as people count; the contents page first."""
    number = NUMBER.fullmatch(page.name)
    return (int(number.group(1)) if number else 0, page.name)


CHAPTERS = sorted(MANUAL.glob("*.md"), key=_in_order)
LARGEST, ALTOGETHER = 150_000, 3_600_000


def words_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def source() -> str:
    """Everything that may be shown on a screen: templates and Python, white space made one."""
    package = ROOT / "src" / "chuan"
    files = [*package.rglob("*.html"), *package.rglob("*.py")]
    return " ".join(" ".join(one.read_text(encoding="utf-8").split()) for one in files)


@pytest.mark.parametrize("page", [*CHAPTERS, *READMES], ids=lambda page: page.name)
def test_every_picture_and_every_link_leads_to_a_file_that_is_there(page: Path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", words_of(page))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", [*CHAPTERS, *READMES], ids=lambda page: page.name)
def test_every_picture_says_what_it_shows(page: Path):
    """WCAG 2.2, 1.1.1."""
    assert not re.findall(r"!\[\s*\]", words_of(page))


def test_every_picture_kept_is_shown_somewhere_and_is_small():
    shown = set(re.findall(r"hinh/([\w-]+\.png)", " ".join(words_of(one) for one in [*CHAPTERS, *READMES])))
    kept = {one.name: one.stat().st_size for one in PICTURES.iterdir()}
    assert set(kept) == shown
    assert not {name: size for name, size in kept.items() if size > LARGEST}
    assert sum(kept.values()) <= ALTOGETHER


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.name)
def test_every_page_it_names_is_a_page(page: Path):
    for address in re.findall(r"`(/[a-z0-9/-]+/)`", words_of(page)):
        assert resolve(address), address


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.name)
def test_every_word_in_bold_stands_on_a_screen(page: Path):
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", words_of(page), re.DOTALL)}
    gone = sorted(words for words in bold if words.lower() not in source().lower())
    assert not gone


@pytest.mark.parametrize("page", [*CHAPTERS, *READMES], ids=lambda page: page.name)
def test_every_command_it_names_is_a_command(page: Path, capsys: pytest.CaptureFixture[str]):
    needs = {
        "read": ["f"], "measure": ["2021-09"], "example": ["f"], "intake": ["f"], "demo-exports": ["f"], "lint": ["f"],
        "check-signature": ["f"], "sign": ["--module", "m"], "edxml read": ["f"], "restore": ["f"],
        "publish": ["f"],
        "rescue": ["f", "--reason", "r"], "trail accept-clock": ["--reason", "r"],
    }  # fmt: skip
    for line in set(re.findall(r"(?:`|^|[A-Z_]+=\S+ )chuan ([^`\n]+?)(?:`|$)", words_of(page), re.MULTILINE)):
        arguments = shlex.split(line)
        bare = all(one.startswith("-") for one in arguments[1:])
        cli.parser().parse_args([*arguments, *needs.get(arguments[0] if bare else line, [])])


def test_the_contents_name_every_chapter_in_the_order_of_their_numbers():
    listed = re.findall(r"^(\d+)\. .*\]\((\d+-[\w-]+\.md)\)$", words_of(MANUAL / "README.md"), re.MULTILINE)
    chapters = [one.name for one in CHAPTERS if one.name != "README.md"]
    assert listed == [(str(number), name) for number, name in enumerate(chapters, 1)]
    assert [name.split("-")[0] for name in chapters] == [number for number, _name in listed]


@pytest.mark.parametrize(
    "page", [one for one in CHAPTERS if one.name != "README.md"], ids=lambda page: page.name
)
def test_a_chapters_heading_carries_its_number(page: Path):
    number = page.name.split("-")[0]
    assert words_of(page).startswith(f"# {number}. ")
