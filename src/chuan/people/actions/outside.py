"""Who an account is at the common provider: linked at the first sign-in, unlinked by a keeper."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals_factors
from chuan.people.actions import holding, sessions
from chuan.people.actions.own import own_act
from chuan.people.models import Account, Official, OutsideIdentity, SignInSession
from chuan.people.outside import Identity
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


def account_of(identity: Identity, *, at: datetime) -> Account:
    """The account of somebody whom the provider has named; nobody signs up.

    The first time the user name links it; from then on only the provider's unchanging ``sub`` counts
    (OWASP ASVS 5.0, 10.5.2). Raises ``OutsideAccountUnknown``.
    """
    linked = OutsideIdentity.objects.filter(issuer=identity.issuer, subject=identity.subject, ended_at=None)
    if row := linked.select_related("account").first():
        return _active(row.account)
    account = Account.objects.filter(username=identity.username).first()
    taken = OutsideIdentity.objects.filter(account=account, issuer=identity.issuer, ended_at=None)
    if account is None or taken.exists():
        raise refusals_factors.OutsideAccountUnknown()
    with own_act("link_identity", _active(account), at=at, source=identity.issuer):
        OutsideIdentity.objects.create(
            account=account, issuer=identity.issuer, subject=identity.subject, since=at
        )
    return account


def unlink(official: Official, *, by: Viewer, at: datetime) -> None:
    """Whoever holds the user name at the provider next may be linked anew; sessions end. Raises ``NotFound``."""
    permissions.require_keep_staff(by)
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    account = official.account
    if account is None or not OutsideIdentity.objects.filter(account=account, ended_at=None).exists():
        raise NotFound(thing=_("liên kết đăng nhập chung"))
    with act("unlink_identity", Subject("account", account.uid), by=by, unit_uid=by.unit_uid, at=at):
        OutsideIdentity.objects.filter(account=account, ended_at=None).update(ended_at=at)
        sessions.close_all(account, SignInSession.End.TAKEN, at=at)


def _active(account: Account) -> Account:
    if not account.is_active:
        raise refusals_factors.OutsideAccountUnknown()
    return account
