"""Each line that a rule must find says which; everything else must be let through."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.html import format_html


def rows(request, uid, parent):
    get_object_or_404(Case, uid=uid)  # found: rows-without-seen-by
    get_object_or_404(Case.objects.select_related("unit"), uid=uid)  # found: rows-without-seen-by
    Case.objects.get(uid=uid)  # found: rows-without-seen-by
    Case.objects.all()  # found: rows-without-seen-by
    Case.objects.filter(uid=uid)  # found: rows-without-seen-by
    get_object_or_404(Case.objects.seen_by(request.viewer), uid=uid)
    get_object_or_404(Line.objects.select_related("case"), case=parent, uid=uid)
    Line.objects.filter(case__in=parent)


def changes(request, case):
    case.save()  # found: change-outside-actions
    Case.objects.create(unit=case.unit)  # found: change-outside-actions
    Case.objects.filter(unit=case.unit).update(name="")  # found: change-outside-actions
    Case.objects.filter(unit=case.unit).delete()  # found: change-outside-actions
    actions.save(case, by=request.viewer, at=request.at)


def markup(name):
    format_html(f"<b>{name}</b>")  # found: text-made-markup
    format_html("<b>" + name + "</b>")  # found: text-made-markup
    format_html("<b>%s</b>" % name)  # found: text-made-markup
    format_html("<b>{}</b>", name)


def answers(data):
    HttpResponse(data)  # found: answer-without-type
    HttpResponse(data, content_type="text/plain; charset=utf-8")


def ways(request):
    redirect(request.GET.get("tiep"))  # found: redirect-where-told
    HttpResponseRedirect(request.POST["tiep"])  # found: redirect-where-told
    after = request.GET.get("sau")
    redirect(after)  # found: redirect-where-told
    redirect("cases:edit" if request.POST.get("tiep") else "cases:one")


def taken(request, case):
    Case(**request.POST.dict())  # found: fields-as-sent
    for name, value in request.POST.items():  # found: fields-as-sent
        setattr(case, name, value)
    Case(name=request.POST["ten"])


def visitor(request):
    request.META["REMOTE_ADDR"]  # found: forwarded-address
    request.headers.get("X-Forwarded-For")  # found: forwarded-address
    address_of(request)
