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
from chuan.paper.contents_json import to_json
from chuan.people.models import (
    Account,
    Appointment,
    Handover,
    KnownComputer,
    Official,
    Passkey,
    Post,
    RoleGrant,
    SignInSession,
    Unit,
)
from chuan.people.roles import Role
from chuan.petitions import models as petitions
from chuan.rules import decision_text
from chuan.workforce import models as workforce
from tests.objectives.made import decision, plan_of

T = TypeVar("T", bound=models.Model)
START = date(2020, 1, 1)
PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"
_FILL: dict[type[models.Field[Any, Any]], Any] = {
    models.CharField: "x", models.TextField: "x", models.UUIDField: uuid.UUID(int=7), models.BinaryField: b"x",
    models.PositiveSmallIntegerField: 1, models.PositiveIntegerField: 1, models.IntegerField: 1,
    models.PositiveBigIntegerField: 1,
}  # fmt: skip


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
        if role == Role.OVERSEER:
            RoleGrant.objects.create(account=account, unit=unit, role=role, valid_from=START, citation=PAPER)
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


def make(model: type[T], **given: Any) -> T:
    """A row with what is given; whatever else the table asks for is filled with something harmless."""
    for field in model._meta.fields:
        asked = not (field.primary_key or field.null or field.blank or field.has_default())
        if asked and field.name not in given:
            given[field.name] = _fill(field)
    return model._base_manager.create(**given)


def _fill(field: models.Field[Any, Any]) -> Any:
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return date(2021, 6, 30) if field.name.endswith(("_end", "_to")) else date(2021, 6, 1)
    return _FILL[type(field)]


NOW = datetime.fromisoformat("2021-06-01T08:00:00+07:00")


def things(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """The uid of one thing of each kind, by the names that ``KINDS`` uses."""
    return {
        **_people(house, now),
        **_intake(house),
        **_papers(house, now),
        **_cases(house),
        **_reception(house),
        **_promises(house),
        **_sealed(house, now),
        **_letter(house, now),
        **_solved(house, now),
        **_away(house, now),
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


def _away(house: House, now: datetime) -> dict[str, uuid.UUID]:
    """Days on which the owner was away."""
    row = make(
        workforce.Absence, unit=house.unit, official=house.owner, kind="leave", valid_from=date(2021, 6, 1),
        valid_to=date(2021, 6, 9), citation=PAPER, recorded_at=now,
    )  # fmt: skip
    return {"absence": row.uid}


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
    }


KINDS = {
    "official": "people:one people:prepare_handover people:appoint people:grant people:end people:issue people:reset "
    "people:close people:take_away_factor people:end_sessions_of people:unlink",
    "handover": "people:handover people:confirm_handover people:confirm_handover_for people:relist_handover "
    "people:withdraw_handover people:handover_pdf people:handover_docx",
    "session": "people:end_session",
    "computer": "people:forget_computer",
    "passkey": "people:passkey_remove",
    "layout": "intake:layout_file",
    "import": "intake:import intake:progress intake:original intake:faults intake:faults_csv intake:map "
    "intake:map_by_file intake:covers intake:commit intake:discard intake:withdraw dossier_figures:certified",
    "reading": "documents:reading documents:reading_page documents:reopen",
    "scan": "documents:scan documents:scan_progress",
    "document": "documents:document documents:original documents:again documents:disseminate documents:draft_from "
    "documents:mend_issued documents:filing documents:recipients documents:recipient documents:packet_make "
    "documents:packet_download documents:packet_sent documents:packet_recall",
    "act": "documents:act documents:act_mend documents:act_end documents:act_revive",
    "basis_update": "documents:basis_settle",
    "dissemination": "documents:dissemination documents:dissemination_export documents:dissemination_remind "
    "documents:dissemination_end",
    "must_know": "documents:must_know documents:must_know_release",
    "draft": "documents:draft documents:draft_edit documents:draft_form documents:draft_history documents:draft_pdf "
    "documents:draft_docx documents:draft_card documents:draft_match documents:draft_sign documents:draft_seal "
    "documents:draft_file documents:draft_recall",
    "certificate": "documents:certificate_end",
    "ticket": "documents:ticket",
    "check": "documents:signature_check",
    "trust": "documents:trust_end",
    "folder": "documents:folder documents:folder_progress documents:folder_export",
    "signed_file": "documents:file_match documents:file_unmatch documents:file_drop",
    "incoming": "documents:incoming documents:incoming_register documents:incoming_mend documents:incoming_assign "
    "documents:incoming_finish documents:incoming_slip documents:incoming_slip_docx",
    "book": "documents:book_made documents:book_progress documents:book_download",
    "delivery": "documents:delivery documents:delivery_letter",
    "packet": "documents:packet documents:packet_original documents:packet_file documents:packet_answer",
    "correspondent": "documents:correspondent documents:correspondent_end",
    "group": "documents:group documents:group_end",
    "request": "controlled:request controlled:settle",
    "revision": "controlled:revision controlled:edit controlled:upload controlled:approve controlled:disseminate "
    "controlled:pdf controlled:word controlled:original",
    "controlled": "controlled:document controlled:mend controlled:begin controlled:look_again controlled:retire",
    "reconciliation": "dossier_figures:reconciliation dossier_figures:recheck dossier_figures:reconciliation_sheet",
    "difference": "dossier_figures:difference",
    "sample": "dossier_figures:sample",
    "sample_item": "dossier_figures:check dossier_figures:check_paper",
    "survey": "dossier_figures:survey_correct dossier_figures:survey_paper",
    "name": "dossiers:name",
    "cover": "dossiers:cover_void",
    "dossier": "dossiers:dossier dossiers:cause dossiers:end_cause dossiers:explain dossiers:apologise "
    "dossiers:apology_paper dossiers:void dossiers:fact",
    "change": "procedures:take procedures:dismiss",
    "version": "procedures:correct procedures:confirm procedures:reject procedures:end procedures:revise",
    "procedure": "procedures:one",
    "plan": "objectives:plan objectives:enter objectives:keep objectives:report objectives:report_pdf "
    "objectives:report_docx objectives:export objectives:sheet objectives:sheet_form",
    "objective": "objectives:objective",
    "indicator": "objectives:indicator",
    "due": "objectives:due",
    "denunciation": "petitions:seal_identity petitions:seal_letter petitions:ask_opening petitions:destroy_seal "
    "petitions:blank_words petitions:reception_reply petitions:redact petitions:redact_drop petitions:redact_find "
    "petitions:redact_make petitions:redact_page petitions:redact_picture petitions:copies petitions:copy_check "
    "petitions:copy_picture petitions:copy_take petitions:copy_withdraw petitions:copy_more",
    "letter": "petitions:receipt_renew petitions:receipt_print petitions:split petitions:rekind petitions:repeats "
    "petitions:senders petitions:signer_leaves petitions:scans petitions:scan petitions:scan_remove "
    "petitions:guide petitions:choose petitions:outcome petitions:papers petitions:paper_pdf "
    "petitions:paper_word petitions:paper_draft",
    "solved": "petitions:assign petitions:pass_on petitions:plan petitions:minutes petitions:evidence "
    "petitions:talk_notice petitions:talk petitions:determine petitions:prolong petitions:suspend "
    "petitions:send petitions:resume petitions:withdraw_part petitions:withdraw petitions:stop "
    "petitions:conclude petitions:answer petitions:supply petitions:publish petitions:execute "
    "petitions:rate petitions:finish petitions:concern petitions:unconcern petitions:fact "
    "petitions:work_file petitions:one petitions:void petitions:rebase "
    "petitions:outside_code petitions:part",
    "task": "petitions:task",
    "reception_day": "petitions:reception_day petitions:reception_hold petitions:reception_try "
    "petitions:reception_move petitions:reception_call_off",
    "reception_entry": "petitions:reception_entry petitions:reception_mend petitions:reception_void",
    "opening_request": "petitions:opening petitions:open_seal",
    "seal_opening": "petitions:opening_seen",
    "absence": "workforce:absence_void",
    "figure": "objectives:measurement objectives:correct objectives:evidence objectives:rows",
    "target": "objectives:target objectives:live_rows objectives:live_rows_sheet",
}
"""Kind of thing → the views whose ``uid`` it fills. A new address with a uid has to be entered here."""

BESIDE = {
    "documents:basis_settle": {"document": "document"},
    "controlled:settle": {"document": "controlled"},
    "documents:packet_answer": {"answer": "packet"},
    "dossiers:end_cause": {"event": "cause"},
    "dossiers:apology_paper": {"event": "apology"},
    "dossiers:void": {"event": "cause"},
    "petitions:scan": {"file": "letter_scan"},
    "petitions:work_file": {"which": "work_file"},
    "petitions:scan_remove": {"file": "letter_scan"},
    "petitions:copy_check": {"copy": "covered_copy"},
    "petitions:copy_picture": {"copy": "covered_copy"},
    "petitions:copy_take": {"copy": "covered_copy"},
    "petitions:copy_withdraw": {"copy": "covered_copy"},
    "petitions:copy_more": {"copy": "covered_copy"},
}
"""A second uid of an address, and the kind that fills it."""

WORDS: dict[str, dict[str, Any]] = {
    "calendar:*": {"year": 2021},
    "documents:watch_rows": {"key": "trung"},
    "documents:watch_export": {"key": "trung"},
    "documents:packet_file": {"place": 0},
    "documents:recipient": {"position": 1},
    "documents:reading_page": {"number": 1, "page": 1, "place": 1},
    "dossiers:fact": {"which": "tiep-nhan"},
    "record_systems:change": {"register": "dossiers"},
    "petitions:take_kind": {"which": "khieu-nai"},
    "petitions:outcome": {"slug": "luu"},
    "petitions:paper_pdf": {"key": "phieu-huong-dan"},
    "petitions:paper_word": {"key": "phieu-huong-dan"},
    "petitions:paper_draft": {"key": "phieu-huong-dan"},
    "petitions:void": {"number": 1},
    "petitions:redact_page": {"page": 1},
    "petitions:redact_picture": {"page": 1},
    "petitions:copy_picture": {"page": 1},
    "intake:shipped_file": {"fingerprint": "x"},
}
"""Parts of an address that are no uid."""
