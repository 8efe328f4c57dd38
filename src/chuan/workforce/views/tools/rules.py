"""What the unit calls "using" a tool: the standing rules, and a new one from a month on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.workforce.actions.tools_used import write_rule
from chuan.workforce.fields import OWN, SIGN_INS
from chuan.workforce.forms_tools import RuleForm
from chuan.workforce.models import ToolUse
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.tools.board import SLUGS, rule_said, title_of
from chuan.workforce.tools.rules_kept import rule_on, rules_of


def both(request: Request) -> HttpResponse:
    """The rules of both tools; everybody may read what is asked of him."""
    unit = request.viewer.unit
    tools = [
        (
            slug,
            title_of(tool),
            [rule_said(one.rule, one.citation, one.since) for one in reversed(rules_of(unit, tool))],
        )
        for slug, tool in SLUGS.items()
    ]
    context = {
        "title": _("Thế nào là sử dụng"),
        "where": unit.committee,
        "demo": unit.example,
        "crumbs": [(_("Công cụ số"), reverse("workforce:tools"))],
        "tools": tools,
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/tools/rules.html", context)


def write(request: Request, slug: str) -> HttpResponse:
    """Write the rule of one tool."""
    require_keep(request.viewer)
    if slug not in SLUGS:
        raise Http404
    form, refusal = _form(request, SLUGS[slug]), ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            write_rule(
                SLUGS[slug], form.rule(), since=given["since"], citation=given["citation"],
                by=request.viewer, at=request.at,
            )  # fmt: skip
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi quy định. Các tháng từ ngày ấy được xét theo quy định này."))
            return redirect("workforce:tool_rules")
    return render(
        request, "workforce/tools/rule.html", _context(request, slug, form, refusal),
        status=422 if request.method == "POST" else 200,
    )  # fmt: skip


def _form(request: Request, tool: str) -> RuleForm:
    unit, rules = request.viewer.unit, rules_of(request.viewer.unit, tool)
    kept = rule_on(rules, request.on) or (rules[-1] if rules else None)
    uses = ToolUse.objects.seen_by(request.viewer).known_at(None).filter(unit=unit, register=tool)
    sources = list(uses.order_by("source").values_list("source", flat=True).distinct())
    sources += [OWN] if tool == SIGN_INS and OWN not in sources else []
    data = request.POST if request.method == "POST" else None
    since = date(request.on.year, 1, 1) if kept is None else request.on.replace(day=1)
    return RuleForm(data, sources=sources, standing=kept.rule if kept else None, since=since)


def _context(request: Request, slug: str, form: RuleForm, refusal: str) -> dict[str, Any]:
    return {
        "title": _("Quy định sử dụng %s") % title_of(SLUGS[slug]).lower(),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [
            (_("Công cụ số"), reverse("workforce:tools")),
            (_("Thế nào là sử dụng"), reverse("workforce:tool_rules")),
        ],
        "form": form,
        "mail": slug == "thu",
        "refusal": refusal,
    }
