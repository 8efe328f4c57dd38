"""Which acts ask for a fresh proof of who it is: a table by the names of addresses, nothing hidden in views.

Sealed, signing and administration acts (OWASP ASVS 5.0, 7.5.1 to 7.5.3). A fresh proof is a sign-in with
every factor, or a code, passkey or password given at `/xac-nhan-lai/` within the unit's minutes. Where the
form has a page of its own the page asks already, so that nothing is typed in vain; where a page
shows more than the form, only sending asks. A guard test holds that no act of these kinds is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.http import HttpRequest


class Kind(Enum):
    """Why a proof is asked for."""

    ADMINISTRATION = "administration"
    SIGNING = "signing"
    SEALED = "sealed"
    OWN = "own"


@dataclass(frozen=True)
class Asked:
    """One address: the kind of act, whether its page asks already, or which of its buttons ask.

    ``held``: whether what was sent rides along through the proof; names that may stand on no page do not.
    """

    kind: Kind
    page: bool = True
    buttons: frozenset[str] = frozenset()
    held: bool = True


def _pages(kind: Kind, *names: str) -> dict[str, Asked]:
    return {name: Asked(kind) for name in names}


def _sent(kind: Kind, *names: str) -> dict[str, Asked]:
    return {name: Asked(kind, page=False) for name in names}


ASKED: dict[str, Asked] = {
    **_pages(
        Kind.ADMINISTRATION,
        "people:add", "people:appoint", "people:grant", "people:end", "people:issue", "people:reset", "people:close",
        "people:take_away_factor", "people:end_sessions_of", "people:unlink", "people:sign_in_policy", "people:merge",
        "people:room",
        "workforce:keeping_term", "workforce:keeping_blank", "record_systems:change", "calendar:own",
        "petitions:law_own", "documents:numbering", "documents:organ_code",
        "workforce:law_own", "risks:scale_set", "corrections:causes_set", "documents:sign_services",
        "documents:trust_end",
    ),
    **_sent(
        Kind.ADMINISTRATION,
        "people:confirm_handover", "people:confirm_handover_for", "upkeep:backup",
        "documents:certificates", "documents:certificate_end", "documents:trust", "documents:sign_picture",
    ),
    **_pages(Kind.SIGNING, "documents:draft_sign", "documents:draft_seal", "reviews:sign", "conformity:confirm"),
    **_pages(
        Kind.ADMINISTRATION,
        "inspecting:let_in", "inspecting:more_guests", "inspecting:reissue", "inspecting:end_guest",
    ),
    **_sent(Kind.SIGNING, "documents:sign_open", "controlled:approve"),
    "documents:draft": Asked(Kind.SIGNING, page=False, buttons=frozenset({"number", "issue"})),
    **_pages(
        Kind.SEALED,
        "petitions:redact", "petitions:redact_page", "petitions:redact_picture", "petitions:redact_make",
        "petitions:copy_check", "petitions:copy_picture", "petitions:copy_more",
    ),
    "petitions:redact_find": Asked(Kind.SEALED, held=False),
    **_pages(Kind.ADMINISTRATION, "petitions:seal_choice", "petitions:destroy_seal", "petitions:public_choice"),
    **_pages(Kind.ADMINISTRATION, "satisfaction:choose"),
    **{
        name: Asked(Kind.SEALED, held=False)
        for name in ("petitions:seal_identity", "petitions:seal_letter", "petitions:open_seal")
    },
    **_pages(Kind.SEALED, "petitions:ask_opening"),
    "petitions:opening": Asked(Kind.SEALED, page=False, buttons=frozenset({"allow"})),
    **_pages(Kind.OWN, "people:turn_off", "people:renew_codes", "people:passkey_add", "people:kept_whole"),
    **_sent(Kind.OWN, "people:passkey_remove", "clocks:feed_make"),
}  # fmt: skip
"""By name of address. Rooms that come later add theirs here."""


def asks(request: HttpRequest, name: str) -> bool:
    """Whether this request is an act (or the page of its form) that needs a fresh proof."""
    asked = ASKED.get(name)
    if asked is None:
        return False
    if request.method != "POST":
        return asked.page
    return not asked.buttons or request.POST.get("do", "") in asked.buttons


def rides_along(name: str) -> bool:
    """Whether the fields of a form sent there may be held on the page of the proof, to be sent again after it."""
    return name not in ASKED or ASKED[name].held
