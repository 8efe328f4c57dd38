"""Text and Markdown: from bytes to letters, nothing rewritten."""

from __future__ import annotations

import re

from chuan.exchange.encodings import decoded
from chuan.exchange.extracted import Block, BlockKind, Extracted
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import Limits
from chuan.rules.refusals import TextTooLong

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_LIST_ITEM = re.compile(r"[ \t]*([-+*]|\d{1,3}[.)])[ \t]")
_STARS = re.compile(r"[ \t#>]*(?P<mark>\*{1,3}|_{1,3})(?P<inner>[^*\n]+?)(?P=mark)[ \t]*$")


def read_plain(data: bytes, *, kind: Kind, name: str, limits: Limits) -> Extracted:
    """A .txt or .md file as it stands; Markdown's marks stay in the text, blocks skip them."""
    text = decoded(data, name=name).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > limits.characters:
        raise TextTooLong(characters=len(text), limit=limits.characters)
    return Extracted(text, kind.value, 0, (), tuple(_blocks(text, kind)))


def _blocks(text: str, kind: Kind) -> list[Block]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(_block(line, start, kind))
        start += len(line) + 1
    return blocks


def _block(line: str, start: int, kind: Kind) -> Block:
    """The visible part of one line."""
    end = start + len(line.rstrip())
    lead = start + len(line) - len(line.lstrip())
    if kind is not Kind.MARKDOWN:
        return Block(lead, end)
    what = BlockKind.PARAGRAPH
    if heading := _HEADING.match(line):
        lead, what = start + heading.end(), BlockKind.HEADING
    elif _LIST_ITEM.match(line):
        what = BlockKind.LIST_ITEM
    if stars := _STARS.match(line):
        weight = len(stars["mark"])
        return Block(
            start + stars.start("inner"),
            start + stars.end("inner"),
            what,
            bold=weight > 1,
            italic=weight != 2,
        )
    return Block(lead, end, what)
