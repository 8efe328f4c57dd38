"""A signing device for tests: SoftHSM, with keys and certificates of the test authority's people."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.signing.authority import Credential

PIN, WRONG_PIN = "2468", "1357"
_MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)


def module() -> str:
    """Where SoftHSM's library is; skips loudly without it, fails in CI."""
    for path in (os.environ.get("CHUAN_SOFTHSM", ""), *_MODULES):
        if path and Path(path).is_file():
            return path
    return absent("SoftHSM (gói softhsm2)")


def absent(what: str) -> str:
    """Skip a test that needs a program, or fail where everything has to run."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} không có: phần này KHÔNG được kiểm")
    pytest.skip(f"{what} không có: phần này KHÔNG được kiểm")


def settle(folder: Path) -> None:
    """Let SoftHSM keep its devices in ``folder``; before the library is loaded for the first time."""
    (folder / "tokens").mkdir(parents=True)
    told = folder / "softhsm2.conf"
    told.write_text(
        f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    os.environ["SOFTHSM2_CONF"] = str(told)


def make(label: str) -> None:
    """A device with this name and the PIN."""
    command = [
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        label,
        "--pin",
        PIN,
        "--so-pin",
        "987654",
    ]
    subprocess.run(command, check=True, capture_output=True)


def put(label: str, name: str, person: Credential, *, key: bool = True, above: bool = True) -> None:
    """A person's key and certificate onto the device, with the certificates above."""
    import pkcs11
    from pkcs11 import Attribute, CertificateType, ObjectClass

    library = pkcs11.lib(module())
    library.reinitialize()
    with library.get_token(token_label=label).open(rw=True, user_pin=PIN) as session:
        for place, der in enumerate((person.der, *(person.chain if above else ()))):
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True, Attribute.PRIVATE: False,
                    Attribute.LABEL: name if not place else f"{name}-tren-{place}",
                    Attribute.ID: (name if not place else f"{name}-tren-{place}").encode(),
                    Attribute.SUBJECT: person.asn1.subject.dump(),
                    Attribute.VALUE: der,
                }
            )  # fmt: skip
        if key:
            session.create_object(_private(person) | {
                Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.TOKEN: True, Attribute.PRIVATE: True,
                Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False, Attribute.SIGN: True,
                Attribute.LABEL: name, Attribute.ID: name.encode(),
            })  # fmt: skip


def _private(person: Credential) -> dict[object, object]:
    from pkcs11.util.ec import decode_ec_private_key
    from pkcs11.util.rsa import decode_rsa_private_key

    if isinstance(person.key, rsa.RSAPrivateKey):
        return dict(decode_rsa_private_key(bytes(person.asn1_key["private_key"].parsed.dump())))
    return dict(decode_ec_private_key(_sec1(person)))


def _sec1(person: Credential) -> bytes:
    from cryptography.hazmat.primitives import serialization as kept

    form = kept.PrivateFormat.TraditionalOpenSSL
    return person.key.private_bytes(kept.Encoding.DER, form, kept.NoEncryption())
