"""The page of the looks themselves: the gallery."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chuan.ui.showcase import showcase


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component once, in all its states, with its longest real texts."""
    return render(request, "ui/gallery.html", showcase())
