"""Counts by own account and month; nothing else of a log comes out."""

import gzip
import io
from datetime import date

import pytest

from chuan.exchange.limits import Limits
from chuan.exchange.mail_logs import LOGS, Left, What, asked_for, count_files, count_mail
from chuan.exchange.mail_logs.reduced import reduced_table
from chuan.rules.refusals import FileBomb, FileEmpty, FileUnreadable
from chuan.rules.refusals.mail_logs import (
    MailDomainWrong,
    MailLogTellsSignIns,
    MailLogTooBig,
    MailLogUnknown,
    MailLogWithoutOurs,
    NobodySignedIn,
    NoSignInsTold,
)

OURS = "bachong.example"


def count(text: str | bytes, *, year: int = 2021, domains: str = OURS, limits: Limits = LOGS):
    data = text.encode() if isinstance(text, str) else text
    return count_files([("mail.log", io.BytesIO(data))], asked_for(domains, year), limits=limits)


def mail(
    at: str, number: str, sender: str, *, relay: str = "mx.ngoai.example[10.1.1.1]:25", tries: int = 1
) -> str:
    queued = f"{at} may postfix/qmgr[8]: {number}: from=<{sender}>, size=900, nrcpt=1 (queue active)\n"
    sent = (
        f"{at} may postfix/smtp[9]: {number}: to=<nguoi-nhan@ngoai.example>, relay={relay}, delay=1, "
        "status=sent (250 2.0.0 Ok: queued as 99AA)\n"
    )
    return queued + sent * tries + f"{at} may postfix/qmgr[8]: {number}: removed\n"


def test_a_mail_counts_once_for_its_sender_in_its_month() -> None:
    log = mail("Jan  5 08:00:00", "A1B2C3", f"HoaiTT@{OURS}", tries=3) + mail(
        "Feb 15 09:00:00", "A1B2C4", f"hoaitt@{OURS}"
    )
    found = count(log)
    assert found.sent == {(f"hoaitt@{OURS}", date(2021, 1, 1)): 1, (f"hoaitt@{OURS}", date(2021, 2, 1)): 1}
    assert found.left == {Left.REPEATED: 2}
    assert (found.first, found.last, found.kind, found.lines) == (
        date(2021, 1, 5),
        date(2021, 2, 15),
        "postfix",
        8,
    )


def test_senders_of_other_domains_and_reports_of_failure_are_numbers_only() -> None:
    log = (
        mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}")
        + mail("Jan  5 08:00:01", "A1B2C5", "ong-ba@noi-khac.example")
        + mail("Jan  5 08:00:02", "A1B2C6", "")
        + "Jan  5 08:00:03 may postfix/smtp[9]: F00F00: to=<x@y.example>, relay=mx, status=sent (250 ok)\n"
    )
    found = count(log)
    assert found.left == {Left.OUTSIDE: 1, Left.NO_SENDER: 2}
    table = reduced_table(found, found.months, name="mail.log").decode("utf-8-sig")
    assert not {"noi-khac", "nguoi-nhan"} & set(table.replace("@", ".").split("."))
    assert f"a@{OURS};01/2021;1" in table
    assert "Từ ngày 01/01/2021 đến ngày 31/01/2021" in table


def test_a_mail_that_comes_back_from_the_servers_own_filter_is_one_mail() -> None:
    log = mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}", relay="127.0.0.1[127.0.0.1]:10024") + mail(
        "Jan  5 08:00:02", "A1B2C7", f"a@{OURS}"
    )
    assert sum(count(log).sent.values()) == 1


def test_where_all_mail_goes_out_by_this_machine_itself_that_is_sending() -> None:
    log = mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}", relay="localhost[127.0.0.1]:2525")
    found = count(log)
    assert sum(found.sent.values()) == 1
    assert Left.TO_FILTER not in found.left


def test_a_mail_that_was_never_delivered_is_not_sent() -> None:
    deferred = mail("Jan  5 08:00:00", "A1B2C9", f"b@{OURS}").replace("status=sent", "status=deferred")
    assert set(count(mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}") + deferred).sent) == {
        (f"a@{OURS}", date(2021, 1, 1))
    }


@pytest.mark.parametrize(
    ("year", "months"), [(2020, [(2020, 12), (2021, 1)]), (2021, [(2021, 12), (2022, 1)])]
)
def test_a_log_rolled_over_new_year_goes_on_in_the_next_year(
    year: int, months: list[tuple[int, int]]
) -> None:
    log = (
        mail("Dec 31 23:59:50", "A1B2C3", f"a@{OURS}")
        + mail("Jan  1 00:00:01", "A1B2C4", f"a@{OURS}")
        + mail("Dec 31 23:59:59", "A1B2C5", f"a@{OURS}")  # a line that came late
    )
    found = count(log, year=year)
    assert {(month.year, month.month): n for (_, month), n in found.sent.items()} == dict(
        zip(months, (2, 1), strict=True)
    )


def test_files_may_be_given_from_new_to_old() -> None:
    logs = [mail("Jan  2 08:00:00", "A1B2C3", f"a@{OURS}"), mail("Dec 30 08:00:00", "A1B2C4", f"a@{OURS}")]
    found = count_files(
        [(f"mail.log.{n}", io.BytesIO(one.encode())) for n, one in enumerate(logs)], asked_for(OURS, 2021)
    )
    assert sorted(month for _, month in found.sent) == [date(2020, 12, 1), date(2021, 1, 1)]


def test_stamps_with_a_year_need_none_said_and_universal_time_is_brought_home() -> None:
    log = mail("2021-03-31T18:30:00.123456Z", "A1B2C3", f"a@{OURS}") + mail(
        "2021-03-31T18:30:00+07:00", "A1B2C4", f"b@{OURS}"
    )
    found = count(log, year=1999)
    assert dict(found.sent) == {(f"a@{OURS}", date(2021, 4, 1)): 1, (f"b@{OURS}", date(2021, 3, 1)): 1}


def test_months_that_the_log_does_not_hold_whole_are_told() -> None:
    log = mail("Jan 15 08:00:00", "A1B2C3", f"a@{OURS}") + mail("Mar 30 08:00:00", "A1B2C4", f"a@{OURS}")
    found = count(log)
    assert [month.month for month in found.months] == [1, 2, 3]
    assert [month.month for month in found.whole_months] == [2, 3]


def test_zimbra_counts_what_an_account_hands_to_the_server() -> None:
    head = "2021-03-05 08:12:33,123 INFO  [qtp5-85:http://127.0.0.1/service/soap/SendMsgRequest] "
    log = (
        f"{head}[name=hoaitt@{OURS};mid=5;ua=Zimbra;] smtp - Sending message to MTA at m: Message-ID=<1@m>\n"
        f"{head}[name=hoaitt@{OURS};mid=5;] mailop - Adding Message: id=9, Message-ID=<1@may>\n"
        f"{head}[name=ai@noi-khac.example;mid=7;] smtp - Sending message to MTA at mail: Message-ID=<2@may>\n"
        "\tat com.zimbra.cs.mailbox (a line of an error)\n"
    )
    found = count(log)
    assert found.kind == "zimbra"
    assert dict(found.sent) == {(f"hoaitt@{OURS}", date(2021, 3, 1)): 1}
    assert found.left == {Left.OUTSIDE: 1, Left.UNREADABLE: 1}


EXPORT = (
    '"Timestamp","EventId","Source","Sender","Recipients","MessageId","MessageSubject"\r\n'
    f'"05/03/2021 08:12:33","RECEIVE","STOREDRIVER","hoaitt@{OURS}","a@x.example","<1@m>","Bí mật, không đọc"\r\n'
    f'"05/03/2021 08:12:34","SEND","SMTP","hoaitt@{OURS}","a@x.example","<1@m>","Bí mật, không đọc"\r\n'
    f'"05/03/2021 08:12:34","DELIVER","STOREDRIVER","hoaitt@{OURS}","b@{OURS}","<1@m>","Bí mật, không đọc"\r\n'
    f'"","SEND","SMTP","hoaitt@{OURS}","a@x.example","<3@m>",""\r\n'
    '"13/03/2021 08:12:34","SEND","SMTP","ai@x.example","a@x.example","<2@m>","Chào"\r\n'
)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_table_of_tracked_messages_counts_each_mail_once(codec: str) -> None:
    found = count(EXPORT.encode(codec))
    assert found.kind == "exchange"
    assert dict(found.sent) == {(f"hoaitt@{OURS}", date(2021, 3, 1)): 1}
    assert found.left == {Left.REPEATED: 1, Left.UNREADABLE: 1, Left.OUTSIDE: 1}


def test_exchanges_own_log_names_its_columns_in_a_remark() -> None:
    log = (
        "#Software: Microsoft Exchange Server\r\n#Version: 15.0\r\n"
        "#Fields: date-time,client-ip,event-id,message-id,sender-address,message-subject\r\n"
        f"2021-03-31T18:30:00.000Z,,SEND,<1@m>,a@{OURS},Đề nghị\r\n"
    )
    assert dict(count(log).sent) == {(f"a@{OURS}", date(2021, 4, 1)): 1}


def test_a_packed_log_is_read_apart_and_says_the_same() -> None:
    log = mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}").encode() + b"Jan  5 08:00:00 x\xff\xfe\n"
    asked = asked_for(f"@{OURS}, ubnd.example", 2021)
    assert count_mail(gzip.compress(log), name="mail.log.gz", asked=asked) == count(log)
    with pytest.raises(MailLogUnknown):
        count_mail("Tên;Số\nHoài;3\n".encode(), name="bang.csv", asked=asked)


def test_what_is_no_log_or_too_much_is_refused_with_a_way_out() -> None:
    log = mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}")
    asked = asked_for(OURS, 2021)
    with pytest.raises(FileEmpty):
        count_mail(b"", name="mail.log", asked=asked)
    with pytest.raises(MailLogTooBig):
        count_mail(log.encode(), name="mail.log", asked=asked, limits=Limits(file_bytes=10))
    with pytest.raises(FileBomb):
        count(gzip.compress(log.encode() * 50), limits=Limits(unpacked_bytes=5000))
    with pytest.raises(FileUnreadable):
        count(gzip.compress(log.encode() * 50)[:-20])
    with pytest.raises(MailLogWithoutOurs, match="khac\\.example"):
        count(log, domains="khac.example")
    for typed in ("", "bắc hồng", "a b"):
        with pytest.raises(MailDomainWrong):
            asked_for(typed, 2021)
    assert count("Feb 29 08:00:00 may postfix/qmgr[8]: x\n" + log).left == {Left.UNREADABLE: 1}


def audit(at: str, account: str, *, verb: str = "Auth", protocol: str = "soap", more: str = "") -> str:
    return (
        f"{at},435 INFO  [qtp15-7:https://may:443/service/soap/AuthRequest] [name={account};oip=192.0.2.7;ua=Zimbra"
        f" - FF90;] security - cmd={verb}; account={account}; protocol={protocol};{more}\n"
    )


def opened(at: str, account: str, *, by: str = "imap") -> str:
    return (
        f"{at},207 INFO  [ImapSSLServer-13] [name={account};ip=192.0.2.9;ua=Thunderbird;] {by} - user {account} "
        "authenticated, mechanism=LOGIN [TLS]\n"
    )


def entered(text: str, domains: str = OURS):
    return count_mail(text.encode(), name="audit.log", asked=asked_for(domains, 2021, What.ENTERED))


def test_a_box_counts_once_a_day_however_often_a_telephone_opens_it() -> None:
    log = (
        audit("2021-03-01 07:31:00", f"HoaiTT@{OURS}")
        + audit("2021-03-01 07:36:00", f"hoaitt@{OURS}", protocol="zsync") * 40
        + audit("2021-03-02 07:31:00", f"hoaitt@{OURS}", protocol="imap")
        + audit("2021-04-01 07:31:00", f"hoaitt@{OURS}")
        + audit(
            "2021-03-05 08:00:00", f"b@{OURS}", more=" error=authentication failed for [b], invalid password;"
        )
        + audit("2021-03-05 08:00:00", "ong-ba@noi-khac.example")
        + audit("2021-03-05 08:00:00", "admin", verb="AdminAuth")
        + audit("2021-03-05 08:01:00", "admin", verb="DelegateAuth", more=f" accountName=b@{OURS};")
    )
    found = entered(log)
    assert dict(found.sent) == {
        (f"hoaitt@{OURS}", date(2021, 3, 1)): 2, (f"hoaitt@{OURS}", date(2021, 4, 1)): 1,
    }  # fmt: skip
    assert found.left == {Left.SAME_DAY: 40, Left.FAILED: 1, Left.OUTSIDE: 1, Left.BY_OTHERS: 2}
    assert found.kind == "zimbra audit.log"
    table = reduced_table(found, found.months, name="audit.log").decode("utf-8-sig")
    assert "Hộp thư;Tháng;Số lượt vào hộp thư" in table
    assert f"hoaitt@{OURS};03/2021;2" in table
    assert not any(one in table for one in ("192.0.2.7", "noi-khac", "Zimbra", "admin"))


def test_mail_programmes_alone_are_told_by_the_other_log_and_both_together_count_a_day_once() -> None:
    log = opened("2021-03-01 07:31:00", f"a@{OURS}") + opened("2021-03-02 07:31:00", f"a@{OURS}", by="pop")
    found = entered(log)
    assert (dict(found.sent), found.kind) == ({(f"a@{OURS}", date(2021, 3, 1)): 2}, "zimbra mailbox.log")
    both = [
        ("mailbox.log", io.BytesIO(log.encode())),
        ("audit.log", io.BytesIO(audit("2021-03-01 09:00:00", f"a@{OURS}").encode())),
    ]
    assert sum(count_files(both, asked_for(OURS, 2021, What.ENTERED)).sent.values()) == 2


def test_a_log_that_does_not_tell_what_is_asked_is_refused_with_what_it_tells() -> None:
    with pytest.raises(MailLogTellsSignIns):
        count(audit("2021-03-01 07:31:00", f"a@{OURS}"))
    with pytest.raises(NoSignInsTold):
        entered(mail("Jan  5 08:00:00", "A1B2C3", f"a@{OURS}"))
    with pytest.raises(NoSignInsTold):
        entered(EXPORT)
    with pytest.raises(NobodySignedIn, match="khac"):
        entered(audit("2021-03-01 07:31:00", f"a@{OURS}"), domains="khac.example")
