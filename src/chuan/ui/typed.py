"""What a person typed into a form that could not be taken: shown again, without what is secret."""

from __future__ import annotations

import re
from urllib.parse import unquote

from django.http import QueryDict

_SECRET = re.compile(
    r"pass|mat_?khau|token|otp|secret|^(code|pin|login)$|csrf|credential|key|^can_tim$|^kin_", re.I
)
"""Names of fields whose words are never repeated on a page (OWASP ASVS 5.0, 14.2.6).

``can_tim``: names and telephones looked for on a letter of denunciation. ``kin_…``: who denounced.
"""

_IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{1,3}|on|[a-z_]{1,20}", re.I)
"""Values that a form carries of itself: identities, positions, choices; nobody typed them."""

MOST = 40
_LONGEST = 20_000


def shown(sent: QueryDict) -> list[str]:
    """The texts worth copying, in the form's order."""
    found = [value.strip() for name, value in _open(sent) if not _IDENTITY.fullmatch(value.strip())]
    return [value[:_LONGEST] for value in found if value][:MOST]


def all_sent(sent: QueryDict) -> list[tuple[str, str]]:
    """Every field as it was sent, to be sent again; nothing at all when one of them was secret."""
    pairs = [(name, value) for name, values in sent.lists() for value in values if name != _CSRF]
    return [] if any(_SECRET.search(name) for name, _value in pairs) else pairs


def words_of(path: str) -> str:
    """The words of an address, for the search: "/van-ban/quyet-dinh-cu/" is "quyet dinh cu"."""
    parts = [
        part for part in unquote(path).split("/") if part and not re.search(r"\d{6,}|[0-9a-f]{8}-", part)
    ]
    return " ".join(re.findall(r"\w+", parts[-1]))[:80] if parts else ""


_CSRF = "csrfmiddlewaretoken"


def _open(sent: QueryDict) -> list[tuple[str, str]]:
    return [(name, value) for name, values in sent.lists() if not _SECRET.search(name) for value in values]
