"""Mail → pages: newsletters, as they are kept in mailboxes and single messages.

In comes a mailbox (mbox, RFC 4155) or a message (RFC 5322). Out goes a page for each message: what it says, with its
subject, its sender as publisher and its date as that of publication. Files in reading order: ``_mailbox`` (bytes →
messages), ``_headers`` (what a header says), ``_parts`` (a message → its texts), ``_forwarded`` (a newsletter
that was passed on), ``_message`` (all of it).
"""

from communique.sources.mail._mailbox import mailbox_pages
from communique.sources.mail._message import message_pages

__all__ = ["mailbox_pages", "message_pages"]
