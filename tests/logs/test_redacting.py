"""Nothing about a person reaches the log, whichever way it is tried."""

from __future__ import annotations

import json
import logging
import sys
import uuid
from enum import Enum

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from chuan.logs.faults import fault_of
from chuan.logs.lines import JsonLines
from chuan.logs.redacting import words_of

NAME, PHONE, CITIZEN = "Nguyễn Thị Hoa", "0912345678", "042190001234"
CODE, PASSWORD = "H28.20-210917-0012", "matkhaucuatoi"
PLANTED = (NAME, PHONE, CITIZEN, CODE, PASSWORD)


class Seen(logging.Handler):
    """Keeps the lines as the log would hold them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(JsonLines())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def seen():
    logger, handler = logging.getLogger("chuan.tests.logs"), Seen()
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)


logger = logging.getLogger("chuan.tests.logs")


def clean(seen: Seen) -> str:
    text = "\n".join(seen.lines)
    assert text
    assert not [one for one in PLANTED if one in text or json.dumps(one)[1:-1] in text]
    return text


@pytest.mark.parametrize("planted", PLANTED)
def test_a_value_passed_beside_the_words_is_hidden_and_the_words_are_kept(seen, planted):
    logger.error("import of %s was not taken in: %d rows", planted, 12)
    assert json.loads(clean(seen))["says"] == "import of … was not taken in: 12 rows"


@pytest.mark.parametrize("planted", PLANTED)
def test_a_message_put_together_beforehand_is_hidden_whole(seen, planted):
    logger.error(f"could not read {planted}")
    logger.error("could not read " + planted)
    logger.error(ValueError(planted))
    assert {json.loads(line)["says"] for line in seen.lines} == {"…", "ValueError: …"}
    clean(seen)


def test_a_message_that_stands_in_the_source_is_kept(seen):
    logger.warning("background worker broke down")
    logger.warning(
        "100%% of nothing: %s of %s", 1, None,
    )  # fmt: skip
    assert [json.loads(line)["says"] for line in seen.lines] == [
        "background worker broke down", "100% of nothing: 1 of None",
    ]  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_the_words_of_a_fault_and_of_what_came_before_it_are_hidden(seen, planted):
    def find(value: str) -> None:
        try:
            {}[value]
        except KeyError as error:
            raise ValueError(f"no such person: {value}") from error

    try:
        find(planted)
    except ValueError:
        logger.exception("a page broke")
    fault = json.loads(clean(seen))["fault"]
    assert (fault["type"], fault["after"]) == ("ValueError", ["KeyError"])
    assert fault["places"][-1].startswith(f"{__name__}:")
    assert fault["places"][-1].endswith(" find")


def test_the_path_of_a_file_is_hidden_and_its_fault_is_named(seen, tmp_path):
    try:
        (tmp_path / f"{NAME} {CITIZEN}.pdf").read_bytes()
    except OSError:
        logger.exception("file %s could not be read", tmp_path / f"{NAME}.pdf")
    line = json.loads(clean(seen))
    assert line["fault"]["says"] == "ENOENT"
    assert str(tmp_path) not in json.dumps(line)


@pytest.mark.django_db
def test_a_databases_fault_names_the_table_and_not_the_row(seen):
    from chuan.people.models import Account

    Account.objects.create(username=CITIZEN)
    try:
        with transaction.atomic():
            Account.objects.create(username=CITIZEN)
    except IntegrityError:
        logger.exception("not written")
    assert "people_account" in json.loads(clean(seen))["fault"]["says"]


@pytest.mark.django_db
def test_a_statement_that_fails_takes_nothing_along(seen):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT '{NAME}' FROM people_{PASSWORD}_x")
    except DatabaseError:
        logger.exception("a statement failed")
    line = "\n".join(seen.lines)
    assert NAME not in line
    assert "…" not in json.loads(line)["says"]


def test_numbers_as_long_as_a_telephones_are_hidden():
    assert said("seen %s, %s, %s", 912345678, 42190001234, 8_550_000) == "seen …, …, 8550000"


def test_uids_module_paths_names_of_faults_and_choices_are_kept():
    class State(Enum):
        FAILED = NAME

    uid = str(uuid.UUID(int=7))
    assert said("%s %s %s %s", uid, uuid.UUID(int=7), "chuan.intake.running.look", "OperationalError") == (
        f"{uid} {uid} chuan.intake.running.look OperationalError"
    )
    assert said("%s", State.FAILED) == "FAILED"
    assert said("%s %s", "hoa.nguyen", "Error Nguyen") == "… …"


def test_the_code_of_a_refusal_is_kept_and_what_only_looks_like_one_is_not():
    assert said("not taken in: %s, %s", "file_is_scan", "mat_khau_cua_toi") == "not taken in: file_is_scan, …"


def test_values_by_name_are_hidden_too():
    record = logging.LogRecord("chuan.x", 40, "x.py", 1, "%(who)s did %(n)d", ({"who": NAME, "n": 3},), None)
    assert words_of(record) == "… did 3"


def test_a_template_that_does_not_fit_its_values_is_hidden():
    assert said("%s and %s", NAME) == "…"


def said(template: str, *values: object) -> str:
    return words_of(logging.LogRecord("chuan.x", 40, "x.py", 1, template, values, None))


def test_one_record_is_one_line(seen):
    try:
        raise RuntimeError("one\ntwo")
    except RuntimeError:
        logger.error("broke\n", exc_info=sys.exc_info())
    assert "\n" not in seen.lines[0]
    assert set(json.loads(seen.lines[0])) == {"at", "level", "log", "says", "place", "fault"}


def test_a_fault_that_stands_in_a_ring_ends():
    one, two = ValueError(), KeyError()
    one.__context__, two.__context__ = two, one
    assert fault_of(one)["after"] == ["KeyError"]
