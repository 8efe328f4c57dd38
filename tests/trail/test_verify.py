"""A changed past is found, and the first broken line is named."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from chuan.trail.guarding import APPEND_ONLY, install, lift, missing
from chuan.trail.models import Anchor, Detail, Entry, Head
from chuan.trail.verify import verify_all, verify_chain
from tests.trail.test_act import UNIT, do

pytestmark = pytest.mark.django_db


def chain_of(n: int) -> str:
    entries = [do("noted", k=str(i)) for i in range(n)]
    return entries[0].chain


def tamper(seq: int, **columns) -> None:
    with lift():
        Entry.objects.filter(seq=seq).update(**columns)


def test_a_whole_chain_is_whole():
    chain = chain_of(5)
    verdict = verify_chain(chain)
    assert verdict.ok
    assert verdict.entries == 5
    assert "nguyên vẹn: 5 dòng" in verdict.sentence


@pytest.mark.parametrize("column", ["actor", "verb", "subject_kind", "line", "hash", "prev"])
def test_a_changed_column_is_found_at_its_line(column: str):
    chain = chain_of(4)
    tamper(3, **{column: "khac"})
    verdict = verify_chain(chain)
    assert (verdict.ok, verdict.first_broken) == (False, 3)
    assert "dòng 3" in verdict.sentence


def test_a_line_changed_together_with_its_hash_breaks_the_next_link():
    from chuan.trail.chain import line_hash

    chain = chain_of(4)
    line = Entry.objects.get(seq=2).line.replace("noted", "other")
    tamper(2, line=line, hash=line_hash(line), verb="other")
    assert verify_chain(chain).first_broken == 3


def test_a_missing_line_is_found():
    chain = chain_of(4)
    with lift():
        Detail.objects.filter(entry__seq=2).delete()
        Entry.objects.filter(seq=2).delete()
    assert verify_chain(chain).first_broken == 2


def test_a_cut_tail_is_found_by_the_head():
    chain = chain_of(3)
    with lift():
        Detail.objects.filter(entry__seq=3).delete()
        Entry.objects.filter(seq=3).delete()
    verdict = verify_chain(chain)
    assert verdict.first_broken == 3
    assert "đầu chuỗi" in verdict.problem


def test_a_chain_rewritten_whole_is_found_by_a_printed_anchor():
    chain = chain_of(2)
    Anchor.objects.create(chain=chain, seq=2, hash="f" * 64, where="báo cáo", at=timezone.now())
    verdict = verify_chain(chain)
    assert verdict.first_broken == 2
    assert "mốc đã in" in verdict.problem


def test_an_anchor_beyond_the_end_is_found():
    chain = chain_of(2)
    Anchor.objects.create(chain=chain, seq=9, hash="f" * 64, where="báo cáo", at=timezone.now())
    assert not verify_chain(chain).ok


def test_a_changed_detail_is_found():
    chain = chain_of(3)
    Detail.objects.filter(entry__seq=2).update(body="{}")
    assert verify_chain(chain).first_broken == 2


def test_a_removed_detail_is_found():
    chain = chain_of(3)
    Detail.objects.filter(entry__seq=2).delete()
    assert verify_chain(chain).first_broken == 2


def test_a_purged_detail_leaves_the_chain_whole_and_is_named():
    chain = chain_of(3)
    purge = do("purged")
    Detail.objects.filter(entry__seq=2).update(body="", salt="", purged_by=purge)
    verdict = verify_chain(chain)
    assert verdict.ok
    assert verdict.purged == 1
    assert "1 chi tiết đã xóa" in verdict.sentence


def test_a_purge_that_names_no_act_is_refused_by_the_database():
    chain_of(2)
    purge = do("purged")
    with pytest.raises(IntegrityError), transaction.atomic():
        Detail.objects.filter(entry__seq=1).update(purged_by=purge)


def test_every_chain_is_checked():
    chain_of(2)
    from chuan.offers.uids import new_uid

    do(unit=new_uid())
    assert len(verify_all()) == 2
    assert str(UNIT) in " ".join(v.chain for v in verify_all())


@pytest.mark.parametrize("statement", ["UPDATE {t} SET id = id", "DELETE FROM {t}"])
@pytest.mark.parametrize("table", ["trail_entry", "trail_anchor"])
def test_the_database_itself_refuses_to_change_the_past(table: str, statement: str):
    chain = chain_of(1)
    Anchor.objects.create(chain=chain, seq=1, hash="0" * 64, where="x", at=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(t=table))


def test_insert_or_replace_does_not_slip_past_the_triggers():
    if connection.vendor != "sqlite":
        return  # the statement exists on SQLite only
    chain_of(1)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO trail_entry SELECT * FROM trail_entry")


def test_triggers_are_in_place_and_installing_twice_changes_nothing():
    install()
    assert missing() == []
    assert "trail_entry" in APPEND_ONLY


def test_a_missing_trigger_is_named():
    with connection.cursor() as cursor:
        where = " ON trail_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER trail_entry_no_update{where}")
    assert missing() == ["trail_entry_no_update"]
    install()


def test_the_head_row_is_one_per_chain():
    chain = chain_of(2)
    assert Head.objects.filter(chain=chain).count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="schemas are PostgreSQL's")
def test_triggers_of_a_schema_set_aside_do_not_count_for_the_tables_in_use():
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA truoc_khi_phuc_hoi")
        cursor.execute("CREATE TABLE truoc_khi_phuc_hoi.trail_entry (LIKE public.trail_entry)")
        cursor.execute(
            "CREATE TRIGGER trail_entry_no_update BEFORE UPDATE ON truoc_khi_phuc_hoi.trail_entry "
            "FOR EACH ROW EXECUTE FUNCTION chuan_append_only()"
        )
        cursor.execute("DROP TRIGGER trail_entry_no_update ON public.trail_entry")
    assert missing() == ["trail_entry_no_update"]
