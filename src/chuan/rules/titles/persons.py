"""Whether a person may be proposed for a title: a sentence per criterion, with act and article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.rules.law import Value
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level
from chuan.rules.refusals.titles import TitleOfOthers
from chuan.rules.titles.facts import (
    TITLE_NAMES,
    Eligibility,
    Judged,
    Met,
    PersonFacts,
    Title,
    met_if,
)

Law = Mapping[str, Value]
_ACHIEVEMENTS = ("excellent", "initiative", "research", "combat")
_ASK = "hỏi người phụ trách nhân sự"


def eligible(facts: PersonFacts, title: Title, law: Law) -> Eligibility:
    """Criterion by criterion, whether a person may be proposed. Raises `TitleOfOthers` for a team's title."""
    if title.for_team:
        raise TitleOfOthers(title=TITLE_NAMES[title], who="cá nhân")
    criteria = (*_considered(facts, law), *_advanced(facts, law))
    if title is Title.EMULATION_FIGHTER:
        criteria = (*criteria, _achieved(facts, law))
    return Eligibility(title, criteria)


def eligible_under(facts: PersonFacts, title: Title, laws: Sequence[Law]) -> Eligibility:
    """By the old law, unless a newer one is more favourable (06/2026/QH16, Điều 4); ``laws`` from the oldest."""
    return more_favourable([eligible(facts, title, law) for law in laws])


def more_favourable(by_law: Sequence[Eligibility]) -> Eligibility:
    """The first of the best: met before not known before not met."""
    order = (Met.MET, Met.NOT_KNOWN, Met.NOT_MET)
    return min(by_law, key=lambda one: order.index(one.met))


def is_asked(value: Value | None) -> bool:
    """Whether the day's law asks for a criterion: it is there, and no unit's document says "no"."""
    return value is not None and value.value != "no"


def _considered(facts: PersonFacts, law: Law) -> tuple[Judged, ...]:
    """Time in post, leave, discipline."""
    return (_months(facts, law), _leave(facts, law), _discipline(facts, law))


def _months(facts: PersonFacts, law: Law) -> Judged:
    least = law["considered.months"]
    if facts.months is None:
        return _unknown("considered.months", "Chưa rõ đã làm việc bao nhiêu tháng trong năm", least)
    sentence = f"Làm việc {facts.months} tháng trong năm, được xét từ {least.value} tháng."
    return _told("considered.months", facts.months >= least.whole, sentence, least)


def _leave(facts: PersonFacts, law: Law) -> Judged:
    most, maternity = law["considered.leave"], law["considered.maternity"].value == "yes"
    if facts.leave is None:
        return _unknown("considered.leave", "Chưa rõ số ngày nghỉ trong năm", most, private=True)
    days = facts.leave + (0 if maternity else facts.maternity)
    apart = "; nghỉ thai sản tính là thời gian làm việc" if maternity and facts.maternity else ""
    sentence = f"Nghỉ {days} ngày làm việc, được xét khi dưới {most.value} ngày{apart}."
    return _told("considered.leave", days < most.whole, sentence, most, private=True)


def _discipline(facts: PersonFacts, law: Law) -> Judged:
    least = law["considered.discipline"]
    if facts.discipline is None:
        return _unknown("considered.discipline", "Chưa rõ trong năm có bị kỷ luật không", least, private=True)
    form, bar = DISCIPLINE_NAMES[facts.discipline], DISCIPLINE_NAMES[Discipline(least.value)]
    sentence = f"Trong năm: {form}; không xét người bị kỷ luật từ {bar} trở lên."
    free = not facts.discipline.from_on(Discipline(least.value))
    return _told("considered.discipline", free, sentence, least, private=True)


def _advanced(facts: PersonFacts, law: Law) -> tuple[Judged, ...]:
    """The two criteria of an advanced worker (06/2022/QH15, Điều 24 khoản 1); a value "no" is not asked for."""
    least, movement = law["advanced_worker.level"], law["advanced_worker.movement"]
    needed = LEVEL_NAMES[Level(least.value)]
    if facts.level is None:
        level = _unknown("advanced_worker.level", "Chưa có kết quả xếp loại của năm", least, private=True)
    else:
        sentence = f"Xếp loại “{LEVEL_NAMES[facts.level]}”, cần từ “{needed}” trở lên."
        holds = facts.level.at_least(Level(least.value))
        level = _told("advanced_worker.level", holds, sentence, least, private=True)
    words = {
        Met.MET: "Có tinh thần tự lực, đoàn kết, tương trợ và tích cực tham gia phong trào thi đua.",
        Met.NOT_MET: "Chưa tích cực tham gia phong trào thi đua theo nhận xét đã ghi.",
        Met.NOT_KNOWN: "Chưa có nhận xét về tinh thần đoàn kết, tham gia phong trào; hỏi người đứng đầu.",
    }
    moved = met_if(facts.movement)
    if movement.value == "no":
        return (level,)
    return (
        level,
        Judged("advanced_worker.movement", moved, words[moved], movement.citation, movement.sure),
    )


def _achieved(facts: PersonFacts, law: Law) -> Judged:
    """One line for the achievements of an emulation fighter: one of them, or outstanding and an initiative."""
    joined = law["emulation_fighter.joined"]
    known = {
        "excellent": None if facts.level is None else facts.level is Level.EXCELLENT,
        "initiative": facts.initiative,
        "research": facts.research,
        "combat": facts.combat,
    }
    offered = {key: known[key] for key in _ACHIEVEMENTS if is_asked(law.get(f"emulation_fighter.{key}"))}
    both = joined.value == "all"
    met = _both(offered) if both else _any(offered)
    asked = " và ".join if both else " hoặc ".join
    names = asked(_NAMES[key] for key in offered if not both or key in ("excellent", "initiative"))
    return Judged(
        "emulation_fighter.joined",
        met,
        f"{_SAID[met]}: {names}.",
        joined.citation,
        joined.sure,
        private=True,
    )


_NAMES = {
    "excellent": "hoàn thành xuất sắc nhiệm vụ",
    "initiative": "sáng kiến được cơ sở công nhận",
    "research": "đề tài, đề án khoa học đã nghiệm thu",
    "combat": "mưu trí, sáng tạo trong chiến đấu",
}
_SAID = {
    Met.MET: "Đã có thành tích cần thiết",
    Met.NOT_MET: "Chưa có thành tích cần thiết",
    Met.NOT_KNOWN: "Chưa rõ có thành tích cần thiết không; hỏi bộ phận thi đua",
}


def _any(offered: Mapping[str, bool | None]) -> Met:
    """Combat is not asked after: a ward's official has it or nobody speaks of it."""
    if any(offered.values()):
        return Met.MET
    return met_if(None if None in [one for key, one in offered.items() if key != "combat"] else False)


def _both(offered: Mapping[str, bool | None]) -> Met:
    pair = [offered.get("excellent"), offered.get("initiative")]
    return met_if(False if False in pair else None if None in pair else True)


def _unknown(key: str, words: str, value: Value, *, private: bool = False) -> Judged:
    return Judged(key, Met.NOT_KNOWN, f"{words}; {_ASK}.", value.citation, value.sure, private)


def _told(key: str, holds: bool, sentence: str, value: Value, *, private: bool = False) -> Judged:
    return Judged(key, met_if(holds), sentence, value.citation, value.sure, private)
