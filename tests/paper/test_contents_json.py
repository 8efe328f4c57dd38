"""Contents kept as JSON text, and older or broken ones read back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.paper.contents import Content, from_json, to_json
from chuan.paper.papers import Annex, Paragraph, Signer
from tests.paper.contents_samples import DECISION, EVERY, LETTER
from tests.paper.test_contents_text import BLOCKS


@pytest.mark.parametrize("name", EVERY)
def test_every_sample_comes_back(name: str) -> None:
    assert from_json(to_json(EVERY[name])) == EVERY[name]


@given(
    st.lists(BLOCKS, max_size=6).map(tuple), st.text(max_size=20), st.sampled_from(["", "khẩn", "hỏa tốc"])
)
@settings(max_examples=40)
def test_any_content_comes_back(blocks: Any, words: str, urgency: Any) -> None:
    content = Content(
        kind="TB",
        subject=words,
        bases=(words,),
        body=blocks,
        signer=Signer((words,), words, words),
        second_signer=Signer((), "Thư ký", words),
        annexes=(Annex(words, blocks, landscape=True), Annex(words, (), type_name=words)),
        urgency=urgency,
        contact=(words, words),
    )
    assert from_json(to_json(content)) == content


def test_the_text_is_readable_vietnamese_and_the_same_for_the_same_content() -> None:
    assert "Mục tiêu chất lượng" in to_json(DECISION)
    assert to_json(DECISION) == to_json(replace(DECISION))


def test_an_older_text_lacks_what_came_later() -> None:
    assert from_json('{"kind": "CV"}') == Content(kind="CV")
    old = json.loads(to_json(LETTER))
    for key in ("version", "urgency", "drafter_mark", "contact", "second_signer", "mark"):
        old.pop(key)
    assert from_json(json.dumps(old)) == replace(LETTER, urgency="", drafter_mark="", contact=())


def test_keys_nobody_knows_are_passed_over() -> None:
    text = '{"kind": "TB", "later": {"a": 1}, "body": [{"block": "paragraph", "text": "Một.", "later": 2}]}'
    assert from_json(text) == Content(kind="TB", body=(Paragraph("Một."),))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "content"),
        ("{}", "kind"),
        ('{"kind": 3}', "kind"),
        ('{"kind": "TB", "subject": 3}', "subject"),
        ('{"kind": "TB", "bases": "một"}', "bases"),
        ('{"kind": "TB", "to": [1]}', "to"),
        ('{"kind": "TB", "urgency": "rất khẩn"}', "urgency"),
        ('{"kind": "TB", "body": {}}', "body"),
        ('{"kind": "TB", "body": ["a"]}', "body"),
        ('{"kind": "TB", "body": [{"text": "a"}]}', "block"),
        ('{"kind": "TB", "body": [{"block": "content"}]}', "block"),
        ('{"kind": "TB", "body": [{"block": "paragraph"}]}', "paragraph"),
        ('{"kind": "TB", "body": [{"block": "heading", "level": "1", "text": "a"}]}', "level"),
        ('{"kind": "TB", "body": [{"block": "heading", "level": true, "text": "a"}]}', "level"),
        (
            '{"kind": "TB", "body": [{"block": "tableblock", "headers": ["a"], "rows": [["1", "2"]]}]}',
            "columns",
        ),
        (
            '{"kind": "TB", "body": [{"block": "tableblock", "headers": ["a"], "rows": [["1"]], "align": ["up"]}]}',
            "align",
        ),
        ('{"kind": "TB", "body": [{"block": "bullets", "items": ["a"], "mark": "*"}]}', "mark"),
        ('{"kind": "TB", "annexes": [{"landscape": 1}]}', "landscape"),
        ('{"kind": "TB", "signer": []}', "signer"),
    ],
)
def test_a_text_that_is_no_content_is_refused_by_name(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        from_json(text)
