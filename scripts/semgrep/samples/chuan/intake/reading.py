"""Each line that a rule must find says which; everything else must be let through."""

import logging
import pickle  # found: things-loaded-as-code
import random  # found: guessable-choice
import secrets
import subprocess
import urllib.request  # found: outgoing-call
from urllib.parse import urlsplit

import requests  # found: outgoing-call
from lxml import etree

logger = logging.getLogger(__name__)


def clocks(at):
    timezone.now()  # found: clock-below-the-door
    timezone.localdate()  # found: clock-below-the-door
    date.today()  # found: clock-below-the-door
    datetime.now(UTC)  # found: clock-below-the-door
    timezone.localdate(at)


def asked(cursor, name):
    cursor.execute(f"SELECT 1 FROM {name}")  # found: text-made-sql
    cursor.execute("SELECT 1 FROM %s" % name)  # found: text-made-sql
    cursor.execute("SELECT 1 WHERE name = %s", [name])


def told(case, error):
    logger.warning("%s came", case.applicant)  # found: person-in-log
    logger.info(f"{case} came")  # found: person-in-log
    logger.warning("%s came", case.uid)
    logger.warning("not sent: %s", type(error).__name__)


def programs(command):
    subprocess.run(command, check=True)  # found: program-without-end
    subprocess.Popen(command)  # found: program-without-end
    os.system("ls")  # found: program-without-end
    subprocess.run(command, check=True, timeout=5)


def written(path, data):
    path.write_bytes(data)  # found: file-written-here
    open(path, "wb")  # found: file-written-here
    path.open("w")  # found: file-written-here
    path.read_bytes()
    open(path, "rb")


def loaded(text, data):
    eval(text)  # found: things-loaded-as-code
    etree.fromstring(data)  # found: xml-open-to-outside
    etree.XMLParser(no_network=True)  # found: xml-open-to-outside
    etree.fromstring(data, etree.XMLParser(no_network=True, resolve_entities=False))


def proven(given, token):
    token == given  # found: secret-compared-openly
    token != ""
    constant_time_compare(token, given)


@csrf_exempt  # found: token-of-forms-left-out
def open_to_all(request): ...


def spoken(server, known):
    server.starttls()  # found: tls-unchecked
    server.starttls(context=known)
