"""Units with a life, the officials in them, and what each may do."""

from chuan.people.models.accounts import Account, AccountManager, SignInAttempt
from chuan.people.models.factors import OutsideIdentity, Passkey, RecoveryCode, TotpKey
from chuan.people.models.guests import Guest, GuestQuerySet
from chuan.people.models.handing import Handover, HandoverLine, HandoverQuerySet
from chuan.people.models.officials import (
    Appointment,
    AppointmentQuerySet,
    Official,
    OfficialQuerySet,
    Post,
    PostQuerySet,
    RoleGrant,
    RoleGrantQuerySet,
)
from chuan.people.models.rooms import RoomSwitch, RoomSwitchQuerySet
from chuan.people.models.sessions import KnownComputer, SignInSession
from chuan.people.models.settings import UnitSetting, UnitSettingQuerySet
from chuan.people.models.units import (
    Succession,
    Unit,
    UnitCode,
    UnitCodeQuerySet,
    UnitQuerySet,
    family_ids,
    heir_of,
    in_force,
)

__all__ = [
    "KnownComputer",
    "OutsideIdentity",
    "Passkey",
    "RecoveryCode",
    "SignInSession",
    "TotpKey",
    "Account",
    "AccountManager",
    "Appointment",
    "AppointmentQuerySet",
    "Guest",
    "GuestQuerySet",
    "Handover",
    "HandoverLine",
    "HandoverQuerySet",
    "Official",
    "OfficialQuerySet",
    "Post",
    "PostQuerySet",
    "RoleGrant",
    "RoleGrantQuerySet",
    "RoomSwitch",
    "RoomSwitchQuerySet",
    "SignInAttempt",
    "Succession",
    "Unit",
    "UnitCode",
    "UnitCodeQuerySet",
    "UnitQuerySet",
    "UnitSetting",
    "UnitSettingQuerySet",
    "family_ids",
    "heir_of",
    "in_force",
]
