"""Tells a program at an address, as Standard Webhooks have it (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import hmac
import time
from datetime import UTC, datetime

import msgspec

from communique.sources.fetching import default_agent, post
from communique.watching.message import Message

__all__ = ["send_to_webhook", "signature"]

_PREFIX = "whsec_"


def send_to_webhook(message: Message, url: str, secret: str) -> None:
    """Posts the message; ``FetchError`` where it is not taken."""
    body = msgspec.json.encode(
        {
            "type": "events",
            "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
            "data": {"selection": message.name, "new": message.new, "changed": message.changed},
        }
    )
    at = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": default_agent(),
        "webhook-id": message.id,
        "webhook-timestamp": str(at),
        "webhook-signature": signature(secret, message.id, at, body),
    }
    post(url, body, headers)


def signature(secret: str, id: str, at: int, body: bytes) -> str:
    """The HMAC-SHA256 of id, moment (Unix seconds) and body, by which the receiver knows the sender.

    A ``secret`` that begins with ``whsec_`` is base64, any other is itself the key.
    """
    digest = hmac.digest(_key(secret), f"{id}.{at}.".encode() + body, "sha256")
    return f"v1,{base64.b64encode(digest).decode()}"


def _key(secret: str) -> bytes:
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            pass
    return secret.encode()
