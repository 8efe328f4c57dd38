"""Passkeys: kept, used, removed; only their public halves are here."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.people import refusals_factors
from chuan.people.actions.factors import has_factor
from chuan.people.actions.own import own_act
from chuan.people.models import Account, Passkey
from chuan.rules.refusals import NotFound


def add(account: Account, *, label: str, credential: str, key: str, at: datetime) -> Passkey:
    """Keep a public key beside the account's app. Raises ``NoFactor``: a passkey alone could be lost for good."""
    if not has_factor(account):
        raise refusals_factors.NoFactor(name=account.username)
    with own_act("add_passkey", account, at=at, name=label):
        return Passkey.objects.create(
            account=account, label=label, credential=credential, credential_digest=key, since=at
        )


def use(passkey: Passkey, counter: int, *, at: datetime) -> None:
    """Note that it was used. A counter that does not go up is a copied key (WebAuthn Level 2, 7.2 step 21)."""
    newer = Q(counter__lt=counter) if counter else Q(counter=0)
    if not Passkey.objects.filter(newer, pk=passkey.pk).update(counter=counter, used_at=at):
        raise refusals_factors.PasskeyRefused()


def remove(account: Account, uid: uuid.UUID, *, at: datetime) -> None:
    """The key opens nothing any more. Raises ``NotFound``."""
    passkey = Passkey.objects.filter(account=account, uid=uid).first()
    if passkey is None:
        raise NotFound(thing=_("khóa này"))
    with own_act("remove_passkey", account, at=at, name=passkey.label):
        passkey.delete()
