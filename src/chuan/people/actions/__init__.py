"""Every change among people: one function per verb, each a line of the trail."""

from chuan.people.actions.accounts import close_account, issue_account, reset_password
from chuan.people.actions.merging import merge_ward
from chuan.people.actions.roles import grant_role, withdraw_role
from chuan.people.actions.staff import add_official, appoint, end_appointment, open_post

__all__ = [
    "add_official",
    "appoint",
    "close_account",
    "end_appointment",
    "grant_role",
    "issue_account",
    "merge_ward",
    "open_post",
    "reset_password",
    "withdraw_role",
]
