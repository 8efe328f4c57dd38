"""What an account proves itself with beside its password: apps, recovery codes, passkeys, an outside sign-in."""

from __future__ import annotations

from django.db import models

from chuan.offers.uids import new_uid
from chuan.people.models.accounts import Account


class TotpKey(models.Model):
    """The secret an authenticator app shares with us, encrypted; and the last time step that opened."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="totp_key")
    sealed = models.TextField()
    last_step = models.BigIntegerField(default=0)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.account} · TOTP"


class RecoveryCode(models.Model):
    """One code of the printed list, hashed like a password (OWASP ASVS 5.0, 6.5.2); opens once."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="recovery_codes")
    number = models.PositiveSmallIntegerField()
    hashed = models.CharField(max_length=128)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "number"], name="people_recoverycode_once")]

    def __str__(self) -> str:
        return f"{self.account} · {self.number}"


class Passkey(models.Model):
    """A public key that a device or a browser keeps the private half of (WebAuthn Level 2, 6.5.1)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="passkeys")
    label = models.CharField(max_length=60)
    credential = models.TextField()
    credential_digest = models.CharField(max_length=64, unique=True)
    counter = models.BigIntegerField(default=0)
    since = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.account} · {self.label}"


class OutsideIdentity(models.Model):
    """Who an account is at an OpenID Connect provider: issuer and ``sub`` (OWASP ASVS 5.0, 10.5.2)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="outside_identities")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"], condition=models.Q(ended_at=None), name="people_outside_once"
            ),
            models.UniqueConstraint(
                fields=["account", "issuer"], condition=models.Q(ended_at=None), name="people_outside_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.issuer}"
