"""Contents as JSON text. Older texts lack parts that came later; those take their empty value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, cast, get_args

from chuan.paper.contents_tree import Content
from chuan.paper.papers import (
    Align,
    Annex,
    Article,
    Block,
    Bullets,
    Clause,
    Heading,
    Note,
    Paragraph,
    Part,
    Point,
    Signer,
    TableBlock,
    Urgency,
)

VERSION = 1

_BLOCKS: Mapping[str, type] = {
    one.__name__.lower(): one
    for one in (Heading, Paragraph, Bullets, Part, Article, Clause, Point, TableBlock, Note)
}
_TEXTS = ("kind", "subject", "authority", "handling", "drafter_mark", "mark")
_LINES = ("bases", "to", "recipients", "contact")
_T = TypeVar("_T")


def to_json(content: Content) -> str:
    """The content as JSON text, keys in the order of the tree."""
    return json.dumps({"version": VERSION, **_told(content)}, ensure_ascii=False)


def from_json(text: str) -> Content:
    """The content of the text. Unknown keys are passed over.

    Raises ValueError, with the key, when the text is no content or holds something that is none.
    """
    try:
        raw = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    given = _object(raw, "content")
    if not isinstance(given.get("kind"), str):
        raise ValueError("kind: a text is needed")
    return Content(
        **{key: _text(given, key) for key in _TEXTS},
        **{key: _lines(given, key) for key in _LINES},
        urgency=_among(given.get("urgency", ""), get_args(Urgency), "urgency"),
        body=_blocks(given.get("body", []), "body"),
        signer=_signer(given.get("signer", {})),
        second_signer=_signer(given["second_signer"]) if given.get("second_signer") else None,
        annexes=tuple(_annex(one) for one in _list(given.get("annexes", []), "annexes")),
    )


# Out


def _told(value: Any) -> Any:
    if is_dataclass(value):
        told = {one.name: _told(getattr(value, one.name)) for one in fields(value)}
        name = type(value).__name__.lower()
        return {"block": name, **told} if name in _BLOCKS else told
    return [_told(one) for one in value] if isinstance(value, tuple) else value


# In


def _blocks(raw: Any, key: str) -> tuple[Block, ...]:
    return tuple(_block(_object(one, key)) for one in _list(raw, key))


def _block(raw: Mapping[str, Any]) -> Block:
    name = _text(raw, "block")
    if name not in _BLOCKS:
        raise ValueError(f"block: {name!r} is none of {', '.join(_BLOCKS)}")
    made = _BLOCKS[name]
    try:
        return cast(
            "Block",
            made(**{one.name: _part(one.name, raw[one.name]) for one in fields(made) if one.name in raw}),
        )
    except TypeError as error:
        raise ValueError(f"{name}: {error}") from error


def _part(key: str, value: Any) -> Any:
    """One field of a block, of the type that the block wants."""
    match key:
        case "level":
            return _of(value, int, key)
        case "italic":
            return _of(value, bool, key)
        case "widths":
            return tuple(float(_of(one, (int, float), key)) for one in _list(value, key))
        case "rows":
            return tuple(_strings(row, key) for row in _list(value, key))
        case "align":
            return tuple(_among(one, get_args(Align), key) for one in _list(value, key))
        case "mark":
            return _among(value, ("-", "+"), key)
        case "items" | "headers" | "notes":
            return _strings(value, key)
    return _of(value, str, key)


def _annex(raw: Any) -> Annex:
    given = _object(raw, "annexes")
    landscape = given.get("landscape")
    return Annex(
        title=_text(given, "title"),
        blocks=_blocks(given.get("blocks", []), "blocks"),
        landscape=landscape if landscape is None else _of(landscape, bool, "landscape"),
        type_name=_text(given, "type_name"),
    )


def _signer(raw: Any) -> Signer:
    given = _object(raw, "signer")
    return Signer(_lines(given, "authority"), _text(given, "position"), _text(given, "name"))


def _among(value: Any, known: Sequence[str], key: str) -> Any:
    if value not in known:
        raise ValueError(f"{key}: {value!r} is none of {', '.join(known)}")
    return value


def _text(given: Mapping[str, Any], key: str) -> Any:
    return _of(given.get(key, ""), str, key)


def _lines(given: Mapping[str, Any], key: str) -> Any:
    return _strings(given.get(key, []), key)


def _object(raw: Any, key: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", _of(raw, dict, key))


def _list(raw: Any, key: str) -> Sequence[Any]:
    return cast("Sequence[Any]", _of(raw, list, key))


def _strings(raw: Any, key: str) -> tuple[str, ...]:
    return tuple(_of(one, str, key) for one in _list(raw, key))


def _of(value: Any, wanted: type[_T] | tuple[type[_T], ...], key: str) -> _T:
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise ValueError(f"{key}: {value!r} is no {wanted}")
    return value
