"""One thing of each kind in a ward, so that every address with a part to fill leads to something real."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from django.db import models

from chuan.documents import models as documents
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.documents.sending.summary import Summary, as_text
from chuan.dossiers import models as dossiers
from chuan.exchange.signatures.report import SignatureReport, Verdict
from chuan.files import actions as files
from chuan.files.models import Attachment, Blob, SealedFile
from chuan.intake import models as intake
from chuan.law.lexicons import reader_lexicon
from chuan.objectives import models as objectives
from chuan.objectives.periods import periods_of
from chuan.offers.uids import new_uid
from chuan.paper.contents_json import to_json
from chuan.people.models import (
    Account,
    Appointment,
    Guest,
    Handover,
    KnownComputer,
    Official,
    Passkey,
    Post,
    RoleGrant,
    SignInSession,
    Unit,
)
from chuan.people.roles import OUTSIDE, Role
from chuan.petitions import models as petitions
from chuan.rules import decision_text
from tests.guards.rights.at_audit import at_audit
from tests.guards.rights.at_fault import at_fault
from tests.guards.rights.at_risk import at_risk
from tests.guards.rights.at_work import officials_at_work
from tests.guards.rights.bases import basis
from tests.guards.rights.briefing import briefed
from tests.guards.rights.coming import coming
from tests.guards.rights.conforming import conforming
from tests.guards.rights.frozen_sets import frozen_sets
from tests.guards.rights.making import NOW, make
from tests.guards.rights.reports_read import report_read
from tests.guards.rights.reviewing import reviewed
from tests.objectives.made import decision, plan_of

T = TypeVar("T", bound=models.Model)
START = date(2020, 1, 1)
PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"


@dataclass(frozen=True)
class House:
    """A ward with one official of each role, and ``owner``: without a role, but everything bears his name."""

    unit: Unit
    owner: Official
    accounts: dict[str, Account]
    """By role; "own" for the owner."""

    clerk: Official
    second: Official
    """Without a role or an account: nobody who walks is named anywhere."""

    def viewer(self, official: Official, on: date) -> Any:
        """For ``tests.objectives.made``: the official as a viewer on a day."""
        from chuan.people.viewer import viewer_of

        assert official.account is not None
        return viewer_of(official.account, on=on)


def found(name: str, prefix: str) -> House:
    """A ward with officials of every role; an overseer is an account from outside."""
    unit = Unit.objects.create(kind="ward", name=name, place=name, valid_from=date(2010, 1, 1), example=True)
    accounts, clerk = {}, None
    for role in Role:
        account = Account.objects.create(username=f"{prefix}{role.value}", password="!")
        accounts[role.value] = account
        if role in OUTSIDE:
            grant = RoleGrant.objects.create(
                account=account, unit=unit, role=role, valid_from=START, citation=PAPER,
                valid_to=date(2099, 1, 1) if role == Role.INSPECTOR else None,
            )  # fmt: skip
            if role == Role.INSPECTOR:
                Guest.objects.create(grant=grant, visit=new_uid(), name=f"{prefix} {role.label}", body="Sở")
            continue
        official = Official.objects.create(unit=unit, name=f"{prefix} {role.label}", account=account)
        RoleGrant.objects.create(official=official, unit=unit, role=role, valid_from=START, citation=PAPER)
        clerk = official if role == Role.OFFICE_CLERK else clerk
    account = accounts["own"] = Account.objects.create(username=f"{prefix}own", password="!")
    owner = Official.objects.create(unit=unit, name=f"{prefix} Vũ Thị Văn Hóa", account=account)
    post = Post.objects.create(unit=unit, code="van-hoa", title="Văn hóa – xã hội")
    Appointment.objects.create(official=owner, post=post, valid_from=START, citation=PAPER)
    second = Official.objects.create(unit=unit, name=f"{prefix} Lê Văn Hai")
    assert clerk is not None
    return House(unit, owner, accounts, clerk, second)


def things(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """The uid of one thing of each kind, by the names that ``KINDS`` uses."""
    return {
        **_people(house, now),
        **_intake(house),
        **_papers(house, now),
        **_cases(house),
        **_reception(house),
        **_escalated(house),
        **_promises(house),
        **_sealed(house, now),
        **_letter(house, now),
        **_solved(house, now),
        **_public(house, now),
        **officials_at_work(house.unit, house.owner, now),
        **at_risk(house.unit, house.owner, now),
        **reviewed(house.unit, house.owner, house.second, now),
        **conforming(house.unit, house.second, now),
        **briefed(house.unit, house.second, now),
        **at_fault(house.unit, house.owner, now),
        **at_audit(house.unit, house.owner, now),
    }


def _people(house: House, now: datetime) -> dict[str, uuid.UUID]:
    owner, unit = house.owner, house.unit
    receiver = house.second
    account, later = owner.account, now + timedelta(hours=5)
    handover = make(
        Handover,
        unit=unit,
        giver=owner,
        receiver=receiver,
        on=date(2021, 6, 1),
        prepared_at=now,
        citation=PAPER,
    )
    return {
        "official": owner.uid,
        "handover": handover.uid,
        "session": make(SignInSession, account=account, began=now, runs_out=later, seen_at=now).uid,
        "computer": make(
            KnownComputer, account=account, since=now, until=later, token_digest=f"d{unit.pk}"
        ).uid,
        "passkey": make(Passkey, account=account, credential_digest=f"d{unit.pk}").uid,
    }


def _intake(house: House) -> dict[str, uuid.UUID]:
    blob = files.keep(f"{house.unit.pk};a;b\n1;2;3\n".encode(), media_type="text/csv")
    standing = make(
        intake.Import, unit=house.unit, blob=blob, register="certified_totals", status="previewed"
    )
    layout = make(intake.Layout, unit=house.unit, fingerprint=f"f{house.unit.pk}", register="dossiers")
    return {"import": standing.uid, "layout": layout.uid}


def _papers(house: House, now: datetime) -> dict[str, uuid.UUID]:
    unit, owner = house.unit, house.owner
    blob = files.keep(f"%PDF-1.7 {unit.pk}".encode(), media_type="application/pdf")
    own = {"unit": unit, "owner_unit": unit, "recorded_at": now}
    issued = make(
        documents.Document, **own, type="QĐ", number="1", blob=blob, file_name="a.pdf", stage="issued"
    )
    draft = make(
        documents.Document,
        **own,
        type="QĐ",
        stage="draft",
        basis="draft",
        drafted_by=owner,
        content=to_json(beginning_of("QĐ", unit, START)),
    )
    came = make(documents.Document, **own, type="KH", direction="in", stage="assigned", subject="x")
    part = make(documents.Assignment, document=came, part="lead", official=owner, given_on=START)
    outside = make(
        documents.Document, **own, type="NĐ", direction="external", stage="", number="30", symbol="NĐ-CP"
    )
    make(documents.Recipient, document=issued, position=1)
    text = decision("Trên 95% hồ sơ giải quyết đúng hạn.")
    body = decision_text.dump(decision_text.read_decision(text, lexicon=reader_lexicon()))
    reading = make(documents.Reading, document=issued, text=text, proposed=body, result=body, version=1)
    update = make(documents.BasisUpdate, unit=unit, act=outside)
    make(documents.StandsOn, update=update, document=issued)
    shown = make(documents.Dissemination, unit=unit, subject_kind="document", subject_uid=issued.uid)
    batch = make(documents.FileBatch, unit=unit)
    controlled = make(documents.ControlledDocument, unit=unit, code="QT-01", kind="system_procedure")
    request = make(documents.ChangeRequest, unit=unit)
    make(documents.AffectedDocument, request=request, controlled=controlled)
    rows: dict[str, models.Model] = {
        "document": issued, "draft": draft, "incoming": came, "assignment": part, "act": outside,
        "reading": reading, "scan": make(documents.Scan, unit=unit), "basis_update": update,
        "dissemination": shown, "folder": batch,
        "controlled": controlled, "request": request,
        "must_know": make(documents.MustKnow, dissemination=shown, official=owner),
        "delivery": make(documents.Delivery, document=issued, way="chuan", official=owner, queued_at=now),
        "packet": make(
            documents.Packet, unit=unit, blob=blob, kind="new", status="waiting",
            summary=as_text(Summary(kind="new")),
        ),
        "correspondent": make(documents.Correspondent, unit=unit),
        "group": make(documents.Group, unit=unit),
        "book": make(documents.BookPrint, unit=unit, book="di", year=2021, format="pdf", touched_at=now),
        "certificate": make(documents.Certificate, unit=unit, official=owner, valid_to=date(2099, 1, 1)),
        "ticket": make(
            documents.SigningTicket, unit=unit, official=owner, role="person", code_digest=f"c{unit.pk}",
            expires_at=now + timedelta(hours=1),
        ),
        "check": make(documents.SignatureCheck, unit=unit, blob=blob, report=json.dumps(_REPORT)),
        "trust": make(documents.TrustItem, unit=unit, blob=blob, kind="anchor"),
        "signed_file": make(documents.SignedFile, batch=batch),
        "revision": make(
            documents.Revision, controlled=controlled, number=1, drafted_by=owner, content="# 1. MỤC ĐÍCH\nMột câu."
        ),
    }  # fmt: skip
    return {name: row.uid for name, row in rows.items()}  # type: ignore[attr-defined]


_REPORT = SignatureReport(Verdict.INDETERMINATE, (), ("x",), checked_at=NOW).to_json()


def _cases(house: House) -> dict[str, uuid.UUID]:
    unit, owner = house.unit, house.owner
    procedure = make(dossiers.Procedure, unit=unit, code="1.001")
    dossier = make(
        dossiers.Dossier, unit=unit, owner_unit=unit, code="H27-1", handler=owner, procedure=procedure,
        received_on=date(2021, 5, 4), status="running", present=True,
    )  # fmt: skip
    cause = make(
        dossiers.CaseEvent, dossier=dossier, seq=1, verb="cause", cause="waiting_other", text="x", by=owner
    )
    sorry = make(
        dossiers.CaseEvent, dossier=dossier, seq=2, verb="apologise", text="x", until_on=date(2021, 6, 9)
    )
    sample = make(dossiers.Sample, unit=unit)
    account = make(dossiers.Reconciliation, unit=unit)
    rows: dict[str, models.Model] = {
        "procedure": procedure, "dossier": dossier, "cause": cause, "apology": sorry, "sample": sample,
        "reconciliation": account,
        "version": make(dossiers.ProcedureVersion, procedure=procedure, number=1, status="proposed"),
        "change": make(dossiers.ProcedureChange, unit=unit, kind="end"),
        "name": make(dossiers.HandlerName, unit=unit),
        "cover": make(
            dossiers.Cover, unit=unit, official=owner, by_official=house.second, first_on=START,
            last_on=date(2099, 1, 1),
        ),
        "sample_item": make(dossiers.SampleItem, sample=sample, dossier=dossier),
        "survey": make(dossiers.SurveyTotal, unit=unit, asked=2, satisfied=1),
        "difference": make(dossiers.Difference, reconciliation=account, figure="received"),
    }  # fmt: skip
    return {name: row.uid for name, row in rows.items()}  # type: ignore[attr-defined]


def _sealed(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """A denunciation whose denouncer is under seal, asked for and once opened."""
    unit, owner = house.unit, house.owner
    secret = make(
        petitions.Petition, unit=unit, owner_unit=unit, code="DT-2021-9001", kind="denunciation", channel="post",
        received_on=date(2021, 5, 4), text="x", created_at=now,
    )  # fmt: skip
    make(petitions.SealedIdentity, petition=secret, sealed_by=owner)
    about = {"petition": secret, "what": "identity", "why": "contact", "asked_by": owner}
    waiting = make(petitions.OpeningRequest, **about)
    over = make(petitions.OpeningRequest, **about, end="opened")
    opening = make(petitions.SealOpening, **about, request=over, allowed_by=house.second)
    copy = make(
        petitions.Redaction,
        petition=secret,
        number=1,
        by=owner,
        sealed=make(SealedFile, blob=_ciphertext(house)),
    )
    return {
        "denunciation": secret.uid, "opening_request": waiting.uid, "seal_opening": opening.uid,
        "covered_copy": copy.uid,
    }  # fmt: skip


def _letter(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """An ordinary letter by its sender, and its scan."""
    letter = make(
        petitions.Petition, unit=house.unit, owner_unit=house.unit, code="DT-2021-9002", kind="complaint",
        channel="post", received_on=date(2021, 5, 4), text="x", created_at=now, signers=3,
    )  # fmt: skip
    blob = files.keep(f"%PDF-1.7 letter {house.unit.pk}".encode(), media_type="application/pdf")
    scan = make(
        Attachment, blob=blob, unit_uid=house.unit.uid, subject_kind="petition", subject_uid=letter.uid,
        name="DT-2021-9002-1.pdf",
    )  # fmt: skip
    return {"letter": letter.uid, "letter_scan": scan.uid}


def _solved(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """A complaint given to the owner, something he has to do by its result, and a file of the work."""
    case = make(
        petitions.Petition, unit=house.unit, owner_unit=house.unit, code="DT-2021-9003", kind="complaint",
        channel="post", received_on=date(2021, 5, 4), text="x", created_at=now, status="published",
        handler=house.owner,
    )  # fmt: skip
    line = make(
        petitions.PetitionEvent, petition=case, verb="execute", occurred_on=date(2021, 6, 1),
        data='{"due":"2021-06-30"}', official=house.owner,
    )  # fmt: skip
    blob = files.keep(f"%PDF-1.7 work {house.unit.pk}".encode(), media_type="application/pdf")
    file = make(
        Attachment, blob=blob, unit_uid=house.unit.uid, subject_kind="petition_event", subject_uid=line.uid,
        name="DT-2021-9003-tai-lieu-1.pdf",
    )  # fmt: skip
    return {"solved": case.uid, "task": line.uid, "work_file": file.uid}


def _public(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """What a citizen sent through the public page, and its photo."""
    post = make(
        petitions.PublicPost, unit=house.unit, kind="feedback", text="x", token=f"{house.unit.pk}", sent_at=now,
        sent_on=date(2021, 6, 1),
    )  # fmt: skip
    blob = files.keep(f"photo {house.unit.pk}".encode(), media_type="image/png")
    make(petitions.PublicPhoto, post=post, number=1, blob=blob, small=blob)
    return {"public_post": post.uid}


def _ciphertext(house: House) -> Blob:
    return files.keep(f"sealed {house.unit.pk}".encode(), media_type="application/x-chuan-sealed")


def _reception(house: House) -> dict[str, uuid.UUID]:
    """A day of the Chairman's, and a row of the register of it."""
    sitting = make(
        petitions.ReceptionDay, unit=house.unit, day=date(2021, 6, 3), starts=time(7, 30), ends=time(11, 30),
        receiver=house.owner,
    )  # fmt: skip
    row = make(
        petitions.ReceptionEntry, unit=house.unit, year=2021, number=1, day=date(2021, 6, 3), receiver=house.owner,
        kind="feedback", outcome="guided", sitting=sitting,
    )  # fmt: skip
    return {"reception_day": sitting.uid, "reception_entry": row.uid}


def _escalated(house: House) -> dict[str, uuid.UUID]:
    """What a higher body received about the ward, and what one said of a period."""
    row = make(
        petitions.Escalation, unit=house.unit, code="VC-2021-0001", kind="feedback", body="x", why="enter",
        received_on=date(2021, 6, 1), said="",
    )  # fmt: skip
    cover = make(petitions.EscalationCover, unit=house.unit, first=date(2021, 6, 1), last=date(2021, 6, 30))
    return {"escalation": row.uid, "escalation_cover": cover.uid}


def _promises(house: House) -> dict[str, uuid.UUID]:
    """A plan of one objective, given to the owner; its first period measured."""
    plan = plan_of(house, decision("Trên 95% hồ sơ giải quyết đúng hạn."))  # type: ignore[arg-type]
    objective = plan.objectives.get()
    objective.owner_official = house.owner
    objective.save(update_fields=["owner_official"])
    target = objective.targets.get()
    indicator = target.indicator
    assert indicator is not None
    period = next(iter(periods_of(indicator.frequency, plan.year)))
    figure = make(
        objectives.Measurement, indicator=indicator, period_start=period.start, period_end=period.end, grade="D",
        stage="official", numerator="96", denominator="100", version=1,
    )  # fmt: skip
    return {
        "plan": plan.uid,
        "objective": objective.uid,
        "target": target.uid,
        "indicator": indicator.uid,
        "due": plan.figures_due.order_by("pk")[0].uid,
        "figure": figure.uid,
        **frozen_sets(plan, house.owner),
        **basis(plan, files.keep(b"nghi quyet", media_type="text/plain"), house.owner),
        **coming(plan, objective, house.owner, NOW),
        **report_read(indicator, files.keep(b"bao cao", media_type="text/plain"), house.owner, NOW),
    }
