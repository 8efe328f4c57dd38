"""Whether a value read from JSON has the shape that a schema asks for: the part of JSON Schema 2020-12 we write in.

Understood: ``type``, ``const``, ``enum``, ``pattern``, ``minimum``, ``required``, ``properties``,
``additionalProperties``, ``items``, ``minItems`` and ``$ref`` to ``#/$defs``. A schema with any other word is refused
when it is used, so that no rule is silently passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool,
}  # fmt: skip
_KNOWN = frozenset({
    "type", "const", "enum", "pattern", "minimum", "required", "properties", "additionalProperties", "items",
    "minItems", "$ref", "$defs", "$schema", "$id", "title", "description",
})  # fmt: skip


class SchemaUnknown(ValueError):
    """The schema uses a word that is not understood here."""


def faults(value: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    """Where the value departs from the schema, as paths ("$.lines[3].label"), in its order."""
    return _faults(value, schema, schema, "$")


def _faults(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any], path: str) -> Iterator[str]:
    if strange := schema.keys() - _KNOWN:
        raise SchemaUnknown(", ".join(sorted(strange)))
    if "$ref" in schema:
        yield from _faults(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, path)
        return
    if not _is_plain(value, schema):
        yield path
        return
    if isinstance(value, dict):
        yield from _inside(value, schema, whole, path)
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _faults(one, schema.get("items", {}), whole, f"{path}[{at}]")


def _is_plain(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether the value itself fits, whatever is inside it."""
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return False
    if "minItems" in schema and len(value) < schema["minItems"]:
        return False
    return "minimum" not in schema or value >= schema["minimum"]


def _inside(
    value: Mapping[str, Any], schema: Mapping[str, Any], whole: Mapping[str, Any], path: str
) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{path}.{name}"
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name, one in value.items():
        if name in known:
            yield from _faults(one, known[name], whole, f"{path}.{name}")
        elif others is False:
            yield f"{path}.{name}"
        elif isinstance(others, dict):
            yield from _faults(one, others, whole, f"{path}.{name}")
