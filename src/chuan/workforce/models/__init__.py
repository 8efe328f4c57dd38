"""Tables of the room, one file a noun."""

from chuan.workforce.models.absences import Absence
from chuan.workforce.models.competence import Evidence, Qualification, Requirement
from chuan.workforce.models.own_use import OwnMonth, OwnUse
from chuan.workforce.models.ranked_elsewhere import RankedElsewhere
from chuan.workforce.models.ranking import (
    Assessment,
    AssessmentEvent,
    AssessmentWords,
    RankingRound,
)
from chuan.workforce.models.title_teams import TeamSaid
from chuan.workforce.models.titled_elsewhere import TitledElsewhere
from chuan.workforce.models.titles import Reward, TitleRound
from chuan.workforce.models.titles_council import (
    Candidate,
    Council,
    CouncilVote,
    Initiative,
    Sitting,
    TitleFact,
)
from chuan.workforce.models.tools_used import ToolAccount, ToolUse
from chuan.workforce.models.training import Attendance, Course, Evaluation, Session, TrainingPlan

__all__ = [
    "Absence",
    "Assessment",
    "AssessmentEvent",
    "AssessmentWords",
    "Attendance",
    "Candidate",
    "Council",
    "CouncilVote",
    "Course",
    "Evaluation",
    "Evidence",
    "Initiative",
    "OwnMonth",
    "OwnUse",
    "Qualification",
    "RankedElsewhere",
    "RankingRound",
    "Requirement",
    "Reward",
    "Session",
    "Sitting",
    "TeamSaid",
    "TitleFact",
    "TitleRound",
    "TitledElsewhere",
    "ToolAccount",
    "ToolUse",
    "TrainingPlan",
]
