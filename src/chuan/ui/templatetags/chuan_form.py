"""Forms: label above, hint under the label, control, error under the control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, Select

register = template.Library()


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, classes: str = "", focus: bool = True) -> dict[str, Any]:
    """One field of a form, whole; ``classes`` go to the control (for its width).

    In a form sent back the first wrong field takes the focus, unless ``focus`` is False.
    """
    return {"bound": bound, "shape": _shape(bound), "control": _control(bound, classes, focus)}


@register.inclusion_tag("ui/parts/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """A list of the form's errors, each a link to its field; nothing when there are none."""
    return {"general": form.non_field_errors(), "errors": list(_field_errors(form)), "id": form.prefix or ""}


def _shape(bound: BoundField) -> str:
    """Which layout the field takes: hidden, group (radios, several boxes), check, or line."""
    widget = bound.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, CheckboxSelectMultiple | forms.RadioSelect):
        return "group"
    return "check" if isinstance(widget, CheckboxInput) else "line"


def _control(bound: BoundField, classes: str, focus: bool) -> str:
    """The control as HTML, with its look and perhaps the focus."""
    if _shape(bound) == "group":
        return ""
    attrs: dict[str, Any] = {"autofocus": True} if focus and _is_first_wrong(bound) else {}
    own = bound.field.widget.attrs.get("class", "")
    if _shape(bound) == "line":
        look = "form-select" if isinstance(bound.field.widget, Select) else "form-control"
        attrs["class"] = " ".join(part for part in (look, own, classes) if part)
    return bound.as_widget(attrs=attrs)


def _is_first_wrong(bound: BoundField) -> bool:
    wrong = (name for name in bound.form.fields if name in bound.form.errors)
    return bool(bound.errors) and next(wrong, None) == bound.name


def _field_errors(form: forms.BaseForm) -> Iterator[tuple[BoundField, str]]:
    for bound in form:
        for error in bound.errors:
            yield bound, str(error)
