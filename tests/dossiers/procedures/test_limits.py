"""The one time limit by which a dossier may be judged."""

from datetime import date

from chuan.dossiers.limits import limits_of
from chuan.dossiers.models import TimeLimit
from tests.dossiers.procedures.made import BIRTH, confirmed, procedure, version
from tests.people import Ward

DAY = date(2021, 5, 10)
CODE = BIRTH[0]


def test_a_confirmed_limit_is_found_by_code_and_day(ward: Ward) -> None:
    made = confirmed(ward.unit, 3)

    found = limits_of(ward.unit).find(CODE, "online", DAY)

    assert found is not None
    assert (found.total, found.unit, found.procedure_id) == (3, "working_day", made.procedure_id)
    assert found.limit_id == TimeLimit.objects.get(version=made).pk


def test_a_code_with_blanks_around_it_is_the_same_code(ward: Ward) -> None:
    confirmed(ward.unit)

    assert limits_of(ward.unit).find(f" {CODE} ", "", DAY)


def test_a_proposed_version_judges_nobody(ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, "working_day"), status="proposed")

    assert limits_of(ward.unit).find(CODE, "", DAY) is None


def test_the_version_in_force_on_the_day_of_receipt_is_the_one(ward: Ward) -> None:
    one = procedure(ward.unit)
    version(one, ("", "", 5, "working_day"), until=date(2021, 7, 1))
    version(one, ("", "", 3, "working_day"), since=date(2021, 7, 1))
    book = limits_of(ward.unit)

    assert [book.find(CODE, "", day).total for day in (date(2021, 6, 30), date(2021, 7, 1))] == [5, 3]  # type: ignore[union-attr]
    assert book.find(CODE, "", date(2020, 12, 31)) is None


def test_where_two_versions_are_in_force_the_later_one_holds(ward: Ward) -> None:
    one = procedure(ward.unit)
    version(one, ("", "", 3, "working_day"), since=date(2021, 4, 1))
    version(one, ("", "", 5, "working_day"), since=date(2021, 1, 1))

    found = limits_of(ward.unit).find(CODE, "", DAY)

    assert found is not None
    assert found.total == 3


def test_a_repealed_procedure_has_no_limit_from_its_last_day_on(ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 3, "working_day"), until=DAY)

    assert limits_of(ward.unit).find(CODE, "", DAY) is None


def test_the_channels_own_limit_goes_before_that_of_every_channel(ward: Ward) -> None:
    version(procedure(ward.unit), ("", "", 5, "working_day"), ("", "online", 3, "working_day"))
    book = limits_of(ward.unit)

    assert [book.find(CODE, way, DAY).total for way in ("online", "counter", "")] == [3, 5, 5]  # type: ignore[union-attr]


def test_an_unknown_channel_is_no_doubt_when_all_channels_take_the_same_time(ward: Ward) -> None:
    version(procedure(ward.unit), ("", "online", 3, "working_day"), ("", "counter", 3, "working_day"))

    found = limits_of(ward.unit).find(CODE, "", DAY)

    assert found is not None
    assert found.total == 3


def test_cases_that_take_different_times_give_no_limit(ward: Ward) -> None:
    version(procedure(ward.unit), ("thường", "", 3, "working_day"), ("xác minh", "", 8, "working_day"))

    assert limits_of(ward.unit).find(CODE, "", DAY) is None


def test_a_limit_that_lost_its_unit_leaves_a_doubt(ward: Ward) -> None:
    version(procedure(ward.unit), ("thường", "", 3, "working_day"), ("xác minh", "", 3, ""))

    assert limits_of(ward.unit).find(CODE, "", DAY) is None


def test_a_channel_that_the_catalogue_does_not_name_takes_the_time_of_all_others_where_they_agree(
    ward: Ward,
) -> None:
    version(procedure(ward.unit), ("", "online", 3, "working_day"), ("", "counter", 3, "working_day"))

    found = limits_of(ward.unit).find(CODE, "post", DAY)

    assert found is not None
    assert found.total == 3


def test_a_channel_not_named_gets_none_where_the_others_differ(ward: Ward) -> None:
    version(procedure(ward.unit), ("", "online", 3, "working_day"), ("", "counter", 5, "working_day"))

    assert limits_of(ward.unit).find(CODE, "post", DAY) is None


def test_a_procedure_done_on_the_same_day_has_a_limit_of_no_days(ward: Ward) -> None:
    confirmed(ward.unit, 0)

    found = limits_of(ward.unit).find(CODE, "", DAY)

    assert found is not None
    assert found.total == 0


def test_another_wards_catalogue_is_not_this_wards(ward: Ward, other_ward: Ward) -> None:
    confirmed(other_ward.unit)

    assert limits_of(ward.unit).find(CODE, "", DAY) is None


def test_the_book_tells_the_procedure_of_a_code_even_without_a_limit(ward: Ward) -> None:
    made = procedure(ward.unit)
    book = limits_of(ward.unit)

    assert (book.procedure_of(CODE), book.procedure_of("9.999999")) == (made.pk, None)


def test_thousands_of_look_ups_cost_three_queries(ward: Ward, django_assert_num_queries) -> None:
    for n in range(20):
        version(procedure(ward.unit, f"1.{n:06d}"), ("", "", 3, "working_day"))

    with django_assert_num_queries(3):
        book = limits_of(ward.unit)
        assert all(book.find(f"1.{n % 20:06d}", "online", DAY) for n in range(5000))


def test_a_provinces_tail_of_the_code_is_left_aside(ward: Ward) -> None:
    made = confirmed(ward.unit)
    book = limits_of(ward.unit)

    assert book.find("1.001193.000.00.00.H29", "", DAY)
    assert book.procedure_of("1.001193. H29") == made.procedure_id
