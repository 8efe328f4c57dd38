"""Time stamps (RFC 3161) from the service that the unit named."""

from __future__ import annotations

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError

from chuan.exchange.signing.preparing import waited
from chuan.exchange.signing.web import Unreachable, Web


class WebTimeStamper(TimeStamper):
    """Asks ``web``; any answer that does not stamp what was asked is an outage (``OSError``)."""

    def __init__(self, web: Web) -> None:
        super().__init__()
        self.web = web

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The service's answer. Raises ``Unreachable`` or ``TimestampRequestError``, both ``OSError``."""
        answer = self.web.stamp(req.dump())
        try:
            said = tsp.TimeStampResp.load(answer, strict=True)
            said.native  # noqa: B018 - parsed here, so that what is broken is seen here
            return said
        except (ValueError, TypeError, KeyError) as error:
            raise Unreachable(self.web.services.timestamp_url) from error

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A token over this very digest. Raises ``OSError``."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            told = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Unreachable(self.web.services.timestamp_url) from error
        if told["hashed_message"].native != message_digest:
            raise TimestampRequestError("the token stamps something else")
        return token


def stampers(web: Web) -> tuple[bytes, ...]:
    """Certificates (DER) of the service, so that a stamp to come is proved by what it covers; asked once a web."""
    if web.stampers is None:
        try:
            token = waited(WebTimeStamper(web).async_dummy_response("sha256"))
        except OSError:
            return ()
        web.stampers = tuple(one.dump() for one in signers_of(token["content"]))
    return web.stampers


def signers_of(data: cms.SignedData) -> list[cms.Certificate]:
    """The certificates of whoever signed, out of those carried along."""
    serials = {one["sid"].chosen["serial_number"].native for one in data["signer_infos"]}
    return [one.chosen for one in data["certificates"] or () if one.chosen.serial_number in serials]
