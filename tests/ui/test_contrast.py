"""Every pair of colours that text and marks stand in holds WCAG 2.2: 1.4.3 (4.5 to 1) and 1.4.11 (3 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import chuan.ui

TOKENS = (Path(chuan.ui.__file__).parent / "static" / "chuan" / "tokens.css").read_text()
COLOURS = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", TOKENS))
STATES = ("met", "exceeded", "not-met", "on-track", "at-risk", "unmeasured", "due-soon", "paused", "running")
TEXTS = ("ink", "ink-2", "muted", "cobalt", "cobalt-7", *STATES)
GROUNDS = ("sheet", "ground", "stripe", "cobalt-1")
SPANS = ("span-id", "span-basis", "span-target", "span-scope", "span-ask")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast of two tokens."""
    lighter, darker = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_counted_as_the_standard_counts_it():
    COLOURS.update(black="#000000", white="#FFFFFF", grey="#777777")
    assert ratio("black", "white") == pytest.approx(21)
    assert ratio("grey", "white") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_read_on_every_ground(text, ground):
    assert ratio(text, ground) >= 4.5


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_read_on_its_own_tint_and_its_mark_is_seen(state):
    assert ratio(state, f"{state}-t") >= 4.5
    assert ratio("ink", f"{state}-t") >= 4.5


def test_the_only_filled_state_and_the_primary_button_are_read():
    assert ratio("overdue-on", "overdue") >= 4.5
    assert ratio("sheet", "cobalt") >= 4.5
    assert ratio("ink", "cobalt-2") >= 4.5


@pytest.mark.parametrize("span", SPANS)
def test_words_of_a_paper_are_read_through_their_mark(span):
    assert ratio("ink", span) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_borders_of_controls_and_the_focus_are_seen(ground):
    assert ratio("control-line", ground) >= 3
    assert ratio("focus", ground) >= 3


@pytest.mark.parametrize("series", [f"chart-{n}" for n in range(1, 7)])
def test_every_series_of_a_chart_is_seen_on_its_sheet(series):
    assert ratio(series, "sheet") >= 3
