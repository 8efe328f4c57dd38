"""Where a signature shows: its page and box, what its appearance holds, pictures in the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

_PAGES = 20_000
Box = tuple[float, float, float, float]


class Pages:
    """The pages of the file, read once; a broken tree simply gives fewer pages."""

    def __init__(self, reader: PdfFileReader) -> None:
        self._found = list(_pages(reader))

    def place_of(self, field: Any) -> tuple[int, Box | None]:
        """(page from 1, box) of the field's first widget; (0, None) when it does not show."""
        widget = _widget(field)
        box = _box(widget)
        if box is None:
            return 0, None
        own = _reference(widget, "/P")
        for number, (ref, page) in enumerate(self._found, 1):
            if ref == own or (own is None and _holds(page, field, widget)):
                return number, box
        return 0, box

    def share(self, number: int, box: Box | None) -> float:
        """Which part of its page a box takes, 0 to 1."""
        if not box or not 0 < number <= len(self._found):
            return 0.0
        area = _box({"/Rect": _inherited(self._found[number - 1][1], "/MediaBox")})
        whole = _area(area) if area else 0.0
        return _area(box) / whole if whole else 0.0

    def show_pictures(self) -> bool:
        """An image on one of the first or last pages, where signatures and seals stand."""
        looked = self._found if len(self._found) <= 6 else self._found[:3] + self._found[-3:]
        return any(_has_image(_inherited(page, "/Resources"), 0) for _ref, page in looked)


def draws_image(field: Any) -> bool:
    """The appearance of the field's widget holds a picture (a seal, a hand signature)."""
    try:
        normal = _widget(field)["/AP"]["/N"]
        return _has_image(normal.get("/Resources"), 0)
    except (KeyError, TypeError, AttributeError, PdfError, ValueError):
        return False


def _pages(reader: PdfFileReader) -> Iterator[tuple[Any, Any]]:
    """References and dictionaries of pages in order, without recursion."""
    try:
        waiting, seen, given = [reader.root.raw_get("/Pages")], set(), 0
        while waiting and given < _PAGES:
            node = waiting.pop()
            ref = node.reference if isinstance(node, generic.IndirectObject) else None
            held = node.get_object()
            if ref in seen or not isinstance(held, generic.DictionaryObject):
                continue
            seen.add(ref)
            if "/Kids" in held:
                kids = held["/Kids"]
                waiting.extend(kids.raw_get(place) for place in reversed(range(len(kids))))
            else:
                given += 1
                yield ref, held
    except (KeyError, TypeError, AttributeError, PdfError, ValueError, AssertionError):
        return


def _widget(field: Any) -> Any:
    kids = field.get("/Kids")
    return kids[0] if kids else field


def _box(widget: Any) -> Box | None:
    try:
        left, low, right, high = (float(one) for one in widget["/Rect"])
    except (KeyError, TypeError, ValueError):
        return None
    box = (min(left, right), min(low, high), max(left, right), max(low, high))
    return box if _area(box) else None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _reference(held: Any, key: str) -> Any:
    try:
        found = held.raw_get(key)
    except KeyError:
        return None
    return found.reference if isinstance(found, generic.IndirectObject) else None


def _holds(page: Any, field: Any, widget: Any) -> bool:
    own = {getattr(one, "container_ref", None) for one in (field, widget)} - {None}
    annotations: Any = page.get("/Annots") or []
    refs = (annotations.raw_get(place) for place in range(len(annotations)))
    return any(isinstance(one, generic.IndirectObject) and one.reference in own for one in refs)


def _inherited(page: Any, key: str) -> Any:
    for _ in range(50):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


def _has_image(resources: Any, depth: int) -> bool:
    held = resources.get("/XObject") if isinstance(resources, generic.DictionaryObject) else None
    if not isinstance(held, generic.DictionaryObject) or depth > 5:
        return False
    for name in list(held)[:200]:
        one = held[name]
        if isinstance(one, generic.DictionaryObject) and (
            one.get("/Subtype") == "/Image" or _has_image(one.get("/Resources"), depth + 1)
        ):
            return True
    return False
