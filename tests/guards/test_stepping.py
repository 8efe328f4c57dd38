"""Every act of signing and of administration asks for a fresh proof: the table of them is complete."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from chuan.people.stepping import ASKED, asks

DEEDS = {
    "actions.add_official", "actions.issue_account", "actions.reset_password", "actions.close_account",
    "actions.appoint", "actions.grant_role", "actions.withdraw_role", "actions.end_appointment",
    "factors.take_away", "factors.turn_off", "factors.renew_codes", "sessions.end_sessions_of",
    "policy.choose_sign_in", "passkeys.add", "actions.unlink", "actions.merge_ward",
    "actions.sign_uploaded", "actions.seal_uploaded", "actions.open_ticket", "actions.register",
    "actions.end_certificate", "actions.choose", "actions.set_numbering", "actions.set_organ_code",
    "actions.set_own_value", "actions.approve",
    "identities.seal_identity", "identities.seal_letter", "opening.ask_opening", "opening.open_sealed",
    "destroying.destroy_sealed", "choosing.choose", "switching.choose_public", "actions.open_inspection",
    "guests.let_in", "guests.reissue", "guests.end_guest", "actions.choose_public_survey",
    "making.make_copy", "making.mark_more",
}  # fmt: skip
"""Calls by which a view administers or signs; a view that makes one must stand in the table."""

NOT_THESE = {
    "documents:incoming_register",  # the day's incoming papers, one after the other: no right and no signature
    "documents:recipient",  # chooses a recipient
}
"""Addresses whose view calls something of the same name that is no such act, with the reason."""


def views() -> Iterator[tuple[str, object]]:
    """Every address with the function behind it."""

    def walk(patterns, space: str) -> Iterator[tuple[str, object]]:
        for one in patterns:
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space)
            elif isinstance(one, URLPattern):
                yield f"{space}{one.name}", one.callback

    yield from walk(get_resolver().url_patterns, "")


def deeds_of(view: object) -> set[str]:
    """The calls of ``DEEDS`` in the view's own text, passed on as functions too."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(view))))  # type: ignore[arg-type]
    except (OSError, TypeError):
        return set()
    return {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    } & DEEDS


def test_no_act_of_administration_or_signing_is_missing():
    missing = {
        name: sorted(found)
        for name, view in views()
        if name not in ASKED and name not in NOT_THESE and (found := deeds_of(view))
    }
    assert not missing


def test_what_stands_in_the_table_exists():
    assert not set(ASKED) - {name for name, _view in views()}


def test_the_guard_itself_sees_a_deed():
    from chuan.people.views import accounts, staff

    assert deeds_of(accounts.issue) == {"actions.issue_account"}
    assert deeds_of(staff.grant) == {"actions.grant_role"}


def test_a_page_with_more_than_the_form_asks_only_for_its_buttons(rf):
    assert not asks(rf.get("/"), "documents:draft")
    assert not asks(rf.post("/", {"do": "comment"}), "documents:draft")
    assert asks(rf.post("/", {"do": "number"}), "documents:draft")
    assert asks(rf.get("/"), "people:grant")
    assert not asks(rf.post("/"), "clocks:mine")
