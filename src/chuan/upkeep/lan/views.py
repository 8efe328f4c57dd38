"""Địa chỉ trên mạng nội bộ: what people type, a picture for telephones, the certificate that machines have to trust."""

from __future__ import annotations

from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chuan.paper.posters import picture
from chuan.people.door import Request
from chuan.ui.files import attachment
from chuan.upkeep.lan.authority import authority_of, fingerprint
from chuan.upkeep.permissions import require_see_system

CERTIFICATE = "chuan-chung-thu-goc.crt"


@require_safe
def address(request: Request) -> HttpResponse:
    """The address under which this process serves the office's network; how to begin where it does not."""
    require_see_system(request.viewer)
    authority = authority_of(settings.LAN_DIR) if settings.LAN else None
    context = {
        "title": _("Địa chỉ trên mạng nội bộ"),
        "url": settings.LAN,
        "picture": _drawn(settings.LAN) if settings.LAN else "",
        "fingerprint": fingerprint(authority) if authority else "",
        "demo": request.viewer.unit.example,
    }
    return render(request, "upkeep/address.html", context)


@require_safe
def certificate(request: Request) -> HttpResponse:
    """The authority's certificate, as machines take it in; its key never leaves the house."""
    require_see_system(request.viewer)
    found = authority_of(settings.LAN_DIR) if settings.LAN else None
    if found is None:
        raise Http404
    return attachment(found.public_bytes(Encoding.PEM), CERTIFICATE, "application/x-x509-ca-cert")


def _drawn(url: str) -> SafeString:
    """As large as a telephone reads it from a desk; made of squares alone, nothing typed stands in it."""
    drawn = picture(url).replace("<svg ", '<svg width="240" height="240" ', 1)
    return mark_safe(drawn)  # noqa: S308 - squares alone  # nosec B308 B703
