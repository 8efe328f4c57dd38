"""Everything a page is made of: ``{% load chuan_ui %}`` brings components, forms, charts and filters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django import template
from django.contrib.messages import get_messages
from django.core.paginator import Page
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from chuan.ui import notices
from chuan.ui.doors import as_doors, on_phone
from chuan.ui.parts import Passport, Promise, Step, Task
from chuan.ui.templatetags import chuan_draw, chuan_form, chuan_say
from chuan.ui.words import sign

register = template.Library()
for more in (chuan_draw, chuan_form, chuan_say):
    register.tags.update(more.register.tags)
    register.filters.update(more.register.filters)

_CAN_CHANGE = ("met", "exceeded", "not-met")


# Marks


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing of the sprite; words stand beside it, so it is hidden from screen readers."""
    return _drawn(name, _sprite())


@cache
def _sprite() -> str:
    """The sprite's address: looked up once, a page draws dozens of icons and the lookup hashes each time."""
    return static("chuan/icons.svg")


@cache
def _drawn(name: str, sprite: str) -> SafeString:
    return format_html('<svg class="i" aria-hidden="true"><use href="{}#i-{}"/></svg>', sprite, name)


@register.simple_tag
def verdict(outcome: str, final: bool | str | None = None, words: str = "") -> SafeString:
    """Shape and word of an outcome or a clock's state, for a table.

    ``words`` (or a text as the second argument) says it nearer: "Trễ 2 ngày". An outcome
    given with ``final`` False says under it that it may still change.
    """
    shape, said, open_end = _spoken(outcome, final, words)
    mark = format_html('<span class="verdict v-{}">{}{}</span>', shape, icon(shape), said)
    return format_html('{} <span class="sub muted">{}</span>', mark, open_end) if open_end else mark


@register.simple_tag
def tag(outcome: str, final: bool | str | None = None, words: str = "") -> SafeString:
    """The same for the head of a page or beside its one figure: framed, on its tint."""
    shape, said, open_end = _spoken(outcome, final, words)
    said = f"{said}, {open_end}" if open_end else said
    return format_html('<span class="verdict v-{} tag">{}{}</span>', shape, icon(shape), said)


def _spoken(outcome: str, final: bool | str | None, words: str) -> tuple[str, str, str]:
    """The shape, the word, and what is said of a decided outcome that may still change."""
    shape, word = sign(outcome)
    nearer = words if final is None or isinstance(final, bool) else str(final)  # texts may be lazy
    changes = final is False and shape in _CAN_CHANGE
    return shape, nearer or str(word), _("còn có thể đổi") if changes else ""


@register.simple_tag
def figure(text: str, unit: str = "", estimate: bool = False) -> SafeString:
    """A figure of a table: "ước" before an estimate, the unit in grey after it."""
    before = format_html('<span class="est">{}</span> ', _("ước")) if estimate else mark_safe("")
    after = format_html('\N{NO-BREAK SPACE}<span class="unit">{}</span>', unit) if unit else mark_safe("")
    return format_html("<b>{}{}{}</b>", before, text, after)


# Messages


@register.inclusion_tag("ui/parts/notice.html")
def notice(kind: str, text: str, beside: str = "") -> dict[str, Any]:
    """A message: refused, done, careful or plain; its first sentence is the fact, the rest the way out.

    ``beside`` follows the fact in the same line.
    """
    fact, way = notices.fact_and_way(str(text))
    shape, role = notices.KINDS[kind]
    return {"kind": kind, "shape": shape, "role": role, "fact": fact, "way": way, "beside": beside}


@register.inclusion_tag("ui/parts/messages.html", takes_context=True)
def messages_area(context: template.Context) -> dict[str, Any]:
    """A refusal of this page (``refusal``: its sentence), then what the last act left to say."""
    said = [("refused", str(context["refusal"]))] if context.get("refusal") else []
    request = context.get("request")
    left = get_messages(request) if request is not None else []
    said += [(notices.kind_of_level(message.level_tag), str(message.message)) for message in left]
    return {"said": said}


# Finding one's way


@register.inclusion_tag("ui/parts/main_nav.html", takes_context=True)
def main_nav(context: template.Context) -> dict[str, Any]:
    """The doors of the top bar."""
    return {"doors": as_doors(context.get("doors"))}


@register.inclusion_tag("ui/parts/tabbar.html", takes_context=True)
def tabbar(context: template.Context) -> dict[str, Any]:
    """The doors of a phone: three in the bar, the others behind "Thêm"."""
    shown, rest = on_phone(as_doors(context.get("doors")))
    return {"shown": shown, "rest": rest, "rest_current": any(door.current for door in rest)}


@register.inclusion_tag("ui/parts/crumbs.html", takes_context=True)
def crumbs(context: template.Context) -> dict[str, Any]:
    """The way to this page: ``crumbs`` is a list of (label, address)."""
    return {"crumbs": context.get("crumbs")}


@register.inclusion_tag("ui/parts/pager.html", takes_context=True)
def pager(context: template.Context, page: Page[Any], name: str = "trang") -> dict[str, Any]:
    """What part of a list is seen, and links to its neighbours that keep every filter."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    return {"page": page, "earlier": _address(query, name, page, -1), "later": _address(query, name, page, 1)}


def _address(query: Any, name: str, page: Page[Any], by: int) -> str:
    if not (page.has_next() if by > 0 else page.has_previous()):
        return ""
    if query is None:
        return f"?{name}={page.number + by}"
    query[name] = str(page.number + by)
    return f"?{query.urlencode()}"


# Parts of pages


@register.inclusion_tag("ui/parts/promises.html")
def promises(items: Sequence[Promise]) -> dict[str, Any]:
    """The year in one line: each objective with its verdict and figure."""
    return {"items": items}


@register.inclusion_tag("ui/parts/passport.html")
def passport(of: Passport, heading: str = "", id: str = "ho-chieu") -> dict[str, Any]:
    """Where a figure comes from."""
    return {"passport": of, "heading": heading or _("Hộ chiếu của con số"), "id": id}


@register.inclusion_tag("ui/parts/steps.html")
def steps(items: Sequence[Step]) -> dict[str, Any]:
    """A way walked, the step now, and those to come."""
    return {"items": items}


@register.inclusion_tag("ui/parts/tasks.html")
def tasks(items: Sequence[Task], title: str = "", id: str = "") -> dict[str, Any]:
    """A group of tasks under its heading; nothing when the group is empty."""
    return {"items": items, "title": title, "id": id}


@register.inclusion_tag("ui/parts/empty.html")
def nothing(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, Any]:
    """What is true when there is nothing, since when, and the one next step."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.simple_tag
def code(value: str, tail: int = 11) -> SafeString:
    """A long code with its common beginning in grey and the telling ``tail`` characters in full ink."""
    if len(value) <= tail:
        return format_html('<span class="code">{}</span>', value)
    pre, end = value[:-tail], value[-tail:]
    return format_html('<span class="code"><span class="pre">{}</span>{}</span>', pre, end)


@register.simple_tag
def demo_mark(shown: object = True) -> SafeString:
    """The mark of invented figures; nothing when ``shown`` is false."""
    return format_html('<span class="demo">{}</span>', _("dữ liệu minh họa")) if shown else mark_safe("")
