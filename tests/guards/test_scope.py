"""Deny by default in the data too: pages and reports only read what the viewer may see."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.guards.reading_source import SOURCE, modules, name_of

SCOPED = {
    "Absence", "Course", "Evidence", "Qualification", "Requirement", "Session", "ToolAccount", "ToolUse",
    "OwnMonth", "OwnUse", "TitledElsewhere",
    "Assessment", "RankedElsewhere", "RankingRound", "TrainingPlan", "NoticeTold",
    "Unit", "Official", "Post", "Clock", "Document", "Reading", "Plan", "Round", "Indicator", "Measurement",
    "RecordSystem", "Layout", "Import", "CalendarYear", "CalendarDay", "Procedure", "Dossier", "Sample", "SampleItem",
    "SurveyTotal", "Reconciliation", "Difference",
    "HandlerName", "Cover",
    "VoidNumber", "SecretCount", "TrustItem", "SignatureCheck", "Certificate", "FileBatch", "SignedFile",
    "Correspondent", "Group", "Delivery", "Packet", "Assignment", "Dissemination", "ControlledDocument", "Revision",
    "ChangeRequest", "BasisUpdate", "MustKnow", "Handover", "Petition", "OpeningRequest",
    "SealOpening", "Redaction", "WorkingCopy",
    "Nonconformity", "CorrectiveAction", "PutAside",
    "Reward", "TitleRound", "TitleFact", "TeamSaid", "Initiative", "Candidate", "Council", "Sitting",
    "ReceptionDay", "ReceptionEntry", "ForwardRecord", "PublicPost",
    "Programme", "Audit", "Finding",
    "Survey", "SurveyAnswer", "Provider", "ProviderEvaluation",
    "Process", "ContextIssue", "ClimateAnswer", "InterestedParty", "Risk", "RiskAction",
    "Review", "ReviewEvent", "Resolution", "Addition",
    "Brief", "BriefLine", "Foreseen", "Answer",
    "FigureSet", "Basis", "TargetPath",
    "ClauseNote", "CheckRun", "DutyDone", "Confirmation", "Declaration", "EvidencePack",
    "Inspection", "InspectionFinding", "Guest", "Notice", "RoomSwitch",
    "ReportRead", "ReportBinding",
}  # fmt: skip
"""Models whose rows belong to a unit and are the way in to everything beneath them."""

WATCHED = {"views", "views.py", "exports.py"}


def unscoped(tree: ast.Module) -> list[int]:
    """Lines that touch ``Model.objects`` of a scoped model other than through ``seen_by``."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    lines = []
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "objects"
            and getattr(node.value, "id", "") in SCOPED
        ):
            user = parents.get(node)
            if not (isinstance(user, ast.Attribute) and user.attr == "seen_by"):
                lines.append(node.lineno)
    return lines


def test_views_reach_rows_only_through_seen_by():
    found = [
        f"{name_of(path)}:{line}"
        for path, tree in modules()
        if any(part in WATCHED for part in path.relative_to(SOURCE).parts)
        for line in unscoped(tree)
    ]
    assert not found


def test_the_guard_itself_sees_a_leak():
    leak = ast.parse("Document.objects.get(pk=1)")
    assert unscoped(leak) == [1]
    assert unscoped(ast.parse("Document.objects.seen_by(viewer).get(pk=1)")) == []


def calls_of(node: ast.AST) -> set[str]:
    """Names of everything called inside."""
    calls = (one for one in ast.walk(node) if isinstance(one, ast.Call))
    return {getattr(one.func, "id", getattr(one.func, "attr", "")) for one in calls}


def functions_of(trees: list[ast.Module]) -> list[ast.FunctionDef]:
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def trailing(functions: list[ast.FunctionDef]) -> set[str]:
    """Names that end in an act: ``act`` itself, and functions of the same room that call one, to any depth."""
    known, calls = {"act"}, [(one.name, calls_of(one)) for one in functions]
    while True:
        grown = known | {name for name, called in calls if called & known}
        if grown == known:
            return known
        known = grown


def is_actions(path: Path) -> bool:
    """Whether the module is one of actions: ``actions.py``, or anything below a package of that name."""
    return (path.stem == "actions" or "actions" in path.parts) and "trail" not in path.parts


def public_functions(trees: list[ast.Module]) -> list[ast.FunctionDef]:
    """Functions that other modules may call: what begins with ``_``, and all of a class that does, is left out."""
    owners = [*trees, *(one for tree in trees for one in tree.body if isinstance(one, ast.ClassDef))]
    seen = (node for owner in owners if not getattr(owner, "name", "").startswith("_") for node in owner.body)
    return [node for node in seen if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def test_every_action_with_a_by_writes_to_the_trail():
    """A public function of an actions module that takes ``by`` opens an act, itself or through one that does."""
    rooms: dict[str, list[ast.Module]] = {}
    for path, tree in modules():
        if is_actions(path):
            rooms.setdefault(path.relative_to(SOURCE).parts[0], []).append(tree)
    silent = []
    for room, trees in rooms.items():
        told = trailing(functions_of(trees))
        acting = (
            one for one in public_functions(trees) if any(arg.arg == "by" for arg in one.args.kwonlyargs)
        )
        silent += [f"{room}: {one.name}" for one in acting if not calls_of(one) & told]
    assert rooms
    assert not [name for name in silent if name not in PART_OF_AN_ACT]


def test_the_guard_looks_into_packages_below_actions():
    assert is_actions(SOURCE / "documents" / "actions" / "sending" / "queueing.py")
    assert is_actions(SOURCE / "files" / "actions.py")
    assert not is_actions(SOURCE / "documents" / "views" / "sending" / "outbox.py")


def test_the_guard_asks_of_what_others_may_call():
    tree = ast.parse(
        "class _Held:\n  def add(self, *, by): ...\nclass Held:\n  def put(self, *, by): ...\ndef _in(): ..."
    )
    assert [one.name for one in public_functions([tree])] == ["put"]


PART_OF_AN_ACT = {
    "objectives: teach",  # inside the act of whoever confirms, names or puts aside
    "reviews: finish_if_over",  # the last step of whoever settles or carries a decision
    "workforce: evidence_row",  # checks a row and does not save it
    "workforce: qualification_of",  # inside the act of whoever asks for it
    "petitions: begin_marking",  # the scan's row, inside the act of whoever takes it in
    "petitions: held_by",  # holds the scan's row inside an act
    "petitions: require_takable",  # asks before the act
    "petitions: begin",  # the first line of a petition, inside the act of whoever takes it in
    "documents: prepare_next",  # changes nothing but the ticket, whose opening and claiming are acts
    "documents: prove",  # outgoing.stepping
    "documents: take",  # each document in an act of its own (outgoing.stepping)
    "documents: move",
    "documents: put_inside",
    "documents: put",
    "intake: begin",
    "intake: require_withdrawable",
}
"""Steps that run inside the act of whoever calls them, or claim a thing for the act that follows."""
