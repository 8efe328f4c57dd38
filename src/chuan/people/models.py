"""Units with a life, the officials in them, and what each may do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.roles import Role

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


def in_force(on: date) -> Q:
    """Rows whose half-open validity [valid_from, valid_to) holds the day."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units, and who may see them."""

    def seen_by(self, viewer: Viewer) -> UnitQuerySet:
        """The viewer's own unit, its predecessors, and units given for oversight."""
        return self.filter(pk__in=viewer.unit_ids)

    def valid_on(self, on: date) -> UnitQuerySet:
        """Units that exist on the day."""
        return self.filter(in_force(on))


class Unit(models.Model):
    """A People's Committee. Never renamed in place: a merger makes a successor."""

    class Kind(models.TextChoices):
        PROVINCE = "province", _("Tỉnh, thành phố")
        WARD = "ward", _("Phường")
        COMMUNE = "commune", _("Xã")
        TOWNSHIP = "township", _("Thị trấn")
        SPECIAL_ZONE = "special_zone", _("Đặc khu")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    example = models.BooleanField(default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="people_unit_life"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def committee(self) -> str:
        """The agency's name as papers write it: "UBND phường Bắc Hồng"."""
        return f"UBND {self.get_kind_display().lower()} {self.name}"


class UnitCodeQuerySet(models.QuerySet["UnitCode"]):
    """Codes by day."""

    def named_on(self, scheme: str, code: str, on: date) -> Unit | None:
        """The unit that the code names on the day: without a date a code names nobody."""
        found = self.filter(in_force(on), scheme=scheme, code=code).select_related("unit").first()
        return found.unit if found else None


class UnitCode(models.Model):
    """A code that names a unit during a period. 18115 names two wards, apart only by date."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField(max_length=30)
    code = models.CharField(max_length=30)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = UnitCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code", "valid_from"], name="people_unitcode_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_unitcode_life",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class Succession(models.Model):
    """Which unit followed which, from which day, by which act."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inheritances")
    on = models.DateField()
    citation = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="people_succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="people_succession_two"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class AccountManager(BaseUserManager["Account"]):
    """Accounts by user name."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Account:
        """An account with a hashed password (Argon2), or an unusable one when None."""
        account = self.model(username=username.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        """User names are compared in lower case."""
        return self.get(username=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Signing in, and nothing else. Who somebody is stands in Official."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    username = models.CharField(_("Tên đăng nhập"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class SignInAttempt(models.Model):
    """Wrong tries that belong to no account: of a name that nobody has, or of one network address.

    ``key`` is a keyed digest, so that neither a typed name (often a mistyped password) nor an
    address stands in the database. An account counts its own wrong tries.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["since"], name="people_signin_since")]

    def __str__(self) -> str:
        return f"{self.key[:8]}… × {self.failures}"


class OfficialQuerySet(models.QuerySet["Official"]):
    """Officials, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OfficialQuerySet:
        """Officials of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Official(models.Model):
    """A person in the service of a unit."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="officials")
    name = models.CharField(max_length=120)
    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="official"
    )
    example = models.BooleanField(default=False)

    objects = OfficialQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PostQuerySet:
        """Posts of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Post(models.Model):
    """A place in the unit's staff that objectives are given to ("Văn phòng – thống kê")."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="people_post_code")]

    def __str__(self) -> str:
        return self.title


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by day."""

    def on(self, day: date) -> AppointmentQuerySet:
        """Appointments in force on the day."""
        return self.filter(in_force(day))


class Appointment(models.Model):
    """Who holds a post, from when, by which document."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_appointment_life",
            )
        ]
        indexes = [models.Index(fields=["post", "valid_from"], name="people_appointment_post")]

    def __str__(self) -> str:
        return f"{self.official} · {self.post}"


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Grants by day."""

    def on(self, day: date) -> RoleGrantQuerySet:
        """Grants in force on the day."""
        return self.filter(in_force(day))


class RoleGrant(models.Model):
    """A role for a period, by a document. Officials of the unit, or an outside overseer's account."""

    role = models.CharField(max_length=30, choices=Role.choices)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_rolegrant_life",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=False, account__isnull=True)
                | Q(official__isnull=True, account__isnull=False),
                name="people_rolegrant_one_holder",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="people_rolegrant_known_role"),
        ]
        indexes = [models.Index(fields=["official", "valid_from"], name="people_rolegrant_official")]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.official or self.account}"


class UnitSettingQuerySet(models.QuerySet["UnitSetting"]):
    """Settings by day."""

    def value_on(self, unit: Unit, key: str, on: date) -> str | None:
        """The value in force on the day, or None."""
        rows = self.filter(unit=unit, key=key, valid_from__lte=on)
        found = rows.order_by("-valid_from", "-version").first()
        return found.value if found else None

    def standing(self, unit: Unit, *keys: str) -> list[UnitSetting]:
        """The unit's rows of these keys, by key and day; of two for the same day only the later version."""
        rows = self.filter(unit=unit, key__in=keys).order_by("key", "valid_from", "version")
        return list({(row.key, row.valid_from): row for row in rows}.values())


class UnitSetting(models.Model):
    """A unit's own choice, dated, with the document that says so. A later row takes over from its day.

    A choice for the same day that was written wrong is not edited: a row of the next version stands for it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="settings")
    key = models.CharField(max_length=80)
    value = models.TextField()
    valid_from = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    citation = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = UnitSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "key", "valid_from", "version"], name="people_unitsetting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


def family_ids(unit: Unit) -> frozenset[int]:
    """The unit and every predecessor: reads span them, writes go to the owner only."""
    known: set[int] = {unit.pk}
    frontier: Iterable[int] = [unit.pk]
    while frontier:
        found = set(
            Succession.objects.filter(successor_id__in=frontier).values_list("predecessor_id", flat=True)
        )
        frontier = found - known
        known |= found
    return frozenset(known)
