"""Word's styles: what a paragraph inherits when it does not say so itself."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from lxml import etree

from chuan.exchange.extracted import Align

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALIGN = {
    "center": Align.CENTER,
    "right": Align.END,
    "end": Align.END,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}
_OFF = frozenset({"0", "false", "off", "none"})
# Style chains in real files are short; a loop of styles ends here.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Looks:
    """Properties of a paragraph or a run; None where nothing is said."""

    align: Align | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    # What only the check of form asks: half points, twentieths of a point, hexadecimal digits.
    font: str | None = None
    size: int | None = None
    colour: str | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    line_rule: str | None = None
    first_line: int | None = None

    def over(self, below: Looks) -> Looks:
        """These properties, and those of ``below`` where nothing is said here."""
        said = {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not None}
        return replace(below, **said)


def looks_of(properties: etree._Element | None) -> Looks:
    """What a w:pPr or w:rPr element says by itself."""
    if properties is None:
        return Looks()
    numbering = properties.find(f"{W}numPr")
    spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
    return Looks(
        align=_ALIGN.get(value(properties, "jc") or "", Align.START if value(properties, "jc") else None),
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        caps=_switch(properties, "caps"),
        hidden=_switch(properties, "vanish"),
        outline=number(value(properties, "outlineLvl")),
        list_id=None if numbering is None else value(numbering, "numId"),
        list_level=None if numbering is None else number(value(numbering, "ilvl")),
        font=_font(properties.find(f"{W}rFonts")),
        size=number(value(properties, "sz")),
        colour=value(properties, "color"),
        before=_length(spacing, "before"),
        after=_length(spacing, "after"),
        line=_length(spacing, "line"),
        line_rule=None if spacing is None else spacing.get(f"{W}lineRule"),
        first_line=_first_line(indent),
    )


def value(parent: etree._Element, tag: str) -> str | None:
    """The w:val of a child element; None when there is no such child."""
    child = parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val", "")


def number(text: str | None) -> int | None:
    """A whole number as Word writes it; None for anything else."""
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 9 else None


def _font(fonts: etree._Element | None) -> str | None:
    """The typeface of Latin letters, or "theme:minorHAnsi" where the theme names it."""
    if fonts is None:
        return None
    theme = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme")
    return f"theme:{theme}" if theme else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def _length(parent: etree._Element | None, key: str) -> int | None:
    return None if parent is None else number(parent.get(f"{W}{key}"))


def _first_line(indent: etree._Element | None) -> int | None:
    """How far the first line goes in; a hanging one stands out, so less than nothing."""
    hanging = _length(indent, "hanging")
    return -hanging if hanging else _length(indent, "firstLine")


def _switch(properties: etree._Element, tag: str) -> bool | None:
    said = value(properties, tag)
    return None if said is None else said not in _OFF


class Styles:
    """The style sheet of a document, asked by style id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {s.get(f"{W}styleId", ""): s for s in root.iter(f"{W}style")}
        self._known: dict[str, Looks] = {}
        self._usual = _usual(root)
        self._default = next(
            (
                key
                for key, s in self._styles.items()
                if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"
            ),
            "",
        )

    def of_paragraph(self, properties: etree._Element | None) -> Looks:
        """What the paragraph's own properties and its style say together."""
        named = None if properties is None else value(properties, "pStyle")
        return looks_of(properties).over(self.named(named or self._default)).over(self._usual)

    def named(self, key: str, depth: int = 0) -> Looks:
        """What a style says, with the styles it is based on."""
        if key in self._known:
            return self._known[key]
        style = self._styles.get(key)
        if style is None or depth > _DEEPEST:
            return Looks()
        own = looks_of(style.find(f"{W}rPr")).over(looks_of(style.find(f"{W}pPr")))
        looks = own.over(self.named(value(style, "basedOn") or "", depth + 1))
        self._known[key] = looks
        return looks

    def has_borders(self, key: str, depth: int = 0) -> bool:
        """Whether a table style draws lines."""
        style = self._styles.get(key)
        if style is None or depth > _DEEPEST:
            return False
        own = borders(style.find(f"{W}tblPr"))
        return self.has_borders(value(style, "basedOn") or "", depth + 1) if own is None else own


def _usual(root: etree._Element | None) -> Looks:
    """What the document says of everything that says nothing itself (w:docDefaults)."""
    if root is None:
        return Looks()
    letters = looks_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    return letters.over(looks_of(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")))


def borders(properties: etree._Element | None) -> bool | None:
    """Whether a w:tblPr draws lines; None when it leaves that to the style."""
    drawn = None if properties is None else properties.find(f"{W}tblBorders")
    if drawn is None:
        return None
    return any(side.get(f"{W}val", "nil") not in _OFF | {"nil"} for side in drawn)
