"""Whether a team may be proposed for a title (06/2022/QH15, Điều 27, Điều 28)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from chuan.rules.law import Value
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level, amount, said_share
from chuan.rules.refusals.titles import PeopleMiscounted, TitleOfOthers
from chuan.rules.titles.facts import TITLE_NAMES, Eligibility, Judged, TeamFacts, Title, met_if
from chuan.rules.titles.persons import Law, is_asked, more_favourable


def collective(facts: TeamFacts, title: Title, law: Law) -> Eligibility:
    """Criterion by criterion, whether a team may be proposed.

    Raises `TitleOfOthers` for a person's title, `PeopleMiscounted` for a part larger than the team.
    """
    if not title.for_team:
        raise TitleOfOthers(title=TITLE_NAMES[title], who="tập thể")
    _check(facts)
    asked: Mapping[str, Callable[[Value], tuple[bool | None, str]]] = {
        "level": lambda value: _level(facts, value),
        "completed": lambda value: _part(facts.people, facts.completed, "hoàn thành nhiệm vụ", value),
        "share": lambda value: _part(facts.people, facts.advanced, "lao động tiên tiến", value),
        "fighter": lambda value: _fighter(facts, value),
        "discipline": lambda value: _discipline(facts, value),
        "movement": lambda value: _yes(facts.movement, "phong trào thi đua thường xuyên, thiết thực"),
        "unity": lambda value: _yes(facts.unity, "nội bộ đoàn kết, chấp hành tốt đường lối, pháp luật"),
    }
    criteria = []
    for name, judge in asked.items():
        value = law.get(f"{title}.{name}")
        if value is not None and is_asked(value):
            holds, sentence = judge(value)
            private = name in ("level", "discipline")
            criteria.append(
                Judged(f"{title}.{name}", met_if(holds), sentence, value.citation, value.sure, private)
            )
    return Eligibility(title, tuple(criteria))


def collective_under(facts: TeamFacts, title: Title, laws: Sequence[Law]) -> Eligibility:
    """By the old law, unless a newer one is more favourable (06/2026/QH16, Điều 4); ``laws`` from the oldest."""
    return more_favourable([collective(facts, title, law) for law in laws])


def _check(facts: TeamFacts) -> None:
    parts = {
        "hoàn thành nhiệm vụ": facts.completed,
        "lao động tiên tiến": facts.advanced,
        "chiến sĩ thi đua cơ sở": facts.fighters,
    }
    for which, part in parts.items():
        if facts.people < 1 or (part is not None and not 0 <= part <= facts.people):
            raise PeopleMiscounted(people=facts.people, part=part or 0, which=which)


def _level(facts: TeamFacts, value: Value) -> tuple[bool | None, str]:
    least = Level(value.value)
    if facts.level is None:
        return None, "Chưa có kết quả xếp loại của tập thể; ghi kết quả trước."
    sentence = f"Tập thể xếp “{LEVEL_NAMES[facts.level]}”, cần từ “{LEVEL_NAMES[least]}” trở lên."
    return facts.level.at_least(least), sentence


def _part(people: int, part: int | None, name: str, value: Value) -> tuple[bool | None, str]:
    least = amount(value)
    if part is None:
        return None, f"Chưa rõ bao nhiêu người {name}; xét từng người trước."
    share = Fraction(part, people)
    return (
        share >= least,
        f"{part} trong {people} người {name} ({said_share(share)}), cần ít nhất {said_share(least)}.",
    )


def _fighter(facts: TeamFacts, value: Value) -> tuple[bool | None, str]:
    if facts.fighters is None:
        return None, "Chưa rõ có chiến sĩ thi đua cơ sở không; xét từng người trước."
    return facts.fighters > 0, f"Có {facts.fighters} chiến sĩ thi đua cơ sở, cần ít nhất 1."


def _discipline(facts: TeamFacts, value: Value) -> tuple[bool | None, str]:
    bar = Discipline(value.value)
    if facts.discipline is None:
        return None, "Chưa rõ trong tập thể có ai bị kỷ luật không; hỏi người phụ trách nhân sự."
    wrong = facts.discipline.from_on(bar)
    words = "Có người" if wrong else "Không ai"
    return not wrong, f"{words} bị kỷ luật từ {DISCIPLINE_NAMES[bar]} trở lên."


def _yes(holds: bool | None, words: str) -> tuple[bool | None, str]:
    said = {None: "Chưa có nhận xét", True: "Đạt", False: "Chưa đạt"}[holds]
    return holds, f"{said}: {words}."
