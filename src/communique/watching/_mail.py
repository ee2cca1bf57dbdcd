"""Tells people by e-mail."""

from __future__ import annotations

import os
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate

from communique.types.words import origin
from communique.watching.message import Message
from communique.watching.settings import Mail

__all__ = ["mail_of", "send_by_mail"]

_SECONDS = 20.0


def send_by_mail(message: Message, mail: Mail) -> None:
    """Hands the message to the server; ``OSError`` (``SMTPException`` among them) where it is not taken."""
    context = ssl.create_default_context()
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_SECONDS, context=context)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
    with server:
        if mail.security == "starttls":
            server.starttls(context=context)
        if mail.user is not None:
            server.login(mail.user, os.environ.get(mail.password_env or "", ""))
        server.send_message(mail_of(message, mail))


def mail_of(message: Message, mail: Mail) -> EmailMessage:
    """The letter. Titles come from the news: line ends in them would be headers of their own."""
    letter = EmailMessage()
    letter["Subject"] = " ".join(f"[{message.name}] {message.subject}".split())
    letter["From"] = mail.sender
    letter["To"] = ", ".join(mail.to)
    letter["Date"] = formatdate()
    letter["Message-ID"] = f"<{message.id}@{mail.sender.rpartition('@')[2] or 'communique'}>"
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    letter.set_content("\n".join([*message.lines(), "", *_reports(message)]) + "\n")
    return letter


def _reports(message: Message) -> list[str]:
    told = [f"  {origin(report)} {report.url or ''}".rstrip() for e in message.new for report in e.reports]
    return ["Reports of the new events:", *dict.fromkeys(told)] if told else []
