"""docs/licences.md against the locks and against what installed libraries say of themselves."""

from __future__ import annotations

import re
from importlib import metadata

import pytest

from tests.guards.reading_source import ROOT

FAMILIES = ("MIT", "BSD", "Apache", "PSF", "MPL", "LGPL", "GPL")
WORDS = {"Mozilla": "MPL", "Python Software Foundation": "PSF"}


def locked(name: str) -> set[str]:
    """Names of a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"(?m)^([A-Za-z0-9_.-]+)==", text))


def listed() -> dict[str, str]:
    """Licence by library, as the page says."""
    rows = re.findall(
        r"(?m)^\| ([a-z0-9_.,\- ]+) \| ([^|]+) \|", (ROOT / "docs" / "licences.md").read_text("utf-8")
    )
    return {name: licence for names, licence in rows for name in names.split(", ")}


def families(text: str) -> set[str]:
    """The families of licences named in a text."""
    for word, short in WORDS.items():
        text = text.replace(word, short)
    return {one for one in FAMILIES if re.search(rf"\b{one}\b", text)}


def declared(name: str) -> set[str]:
    """What the installed library says; empty when it says nothing or is not installed here."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return set()
    if expression := told.get("License-Expression"):
        return families(expression)
    found = families((told.get("License") or "")[:60])
    return found | families(
        " ".join(one for one in told.get_all("Classifier") or [] if one.startswith("License"))
    )


def test_every_locked_library_has_a_line_and_every_line_a_library():
    assert set(listed()) == locked("requirements.lock") | locked("requirements-dev.lock")


def test_what_is_listed_is_what_the_libraries_declare():
    wrong = {name: said for name, said in listed().items() if declared(name) - families(said)}
    assert not wrong


def test_nothing_is_under_a_licence_that_would_bind_the_product():
    assert not {name for name in listed() if declared(name) & {"GPL"}}
    assert {name for name in listed() if "LGPL" in declared(name)} <= {"psycopg", "psycopg-binary"}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-semgrep.lock"])
def test_every_library_is_pinned_with_hashes(name):
    """OWASP ASVS 5.0, 15.2.4: what is installed is what was looked at."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[A-Za-z0-9_.-]+==)", text)[1:]
    assert len(entries) == len(locked(name)) > 40
    assert not [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry]
