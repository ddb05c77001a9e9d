"""What became of one call to Telegram: every error judged by one table."""

import datetime as dtm
import os
from dataclasses import dataclass
from enum import Enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

# Otherwise the library warns at each RetryAfter that its seconds will become a timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class NotSent(NetworkError):
    """Nothing left the house (no name, no connection, no free connection): call again as often as needed."""

    __slots__ = ()


class Ambiguous(NetworkError):
    """The request was written and its fate is unknown: call again once at most, a copy may appear."""

    __slots__ = ()


class Outcome(Enum):
    """What the sender does next."""

    DONE = "done"  # Telegram already is in the state we asked for
    NOT_SENT = "not_sent"  # call again later
    AMBIGUOUS = "ambiguous"  # record it, call again once at most
    WAIT = "wait"  # call again after Verdict.seconds
    UNREACHABLE = "unreachable"  # the person blocked us, left or never came: no more calls until they return
    MIGRATED = "migrated"  # call again for Verdict.chat_id
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - stop all calls, keep the queue, alarm
    TOO_LATE = "too_late"  # a press whose spinner is gone, a message already deleted: harmless
    SEND_ANEW = "send_anew"  # the message to edit is gone: send a new one
    PLAIN_TEXT = "plain_text"  # call again once without parse_mode
    UPLOAD_ANEW = "upload_anew"  # the kept file_id is not ours: send the file itself
    REFUSED = "refused"  # never call again with this content


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with what it needs: seconds to wait, or the chat's new id."""

    outcome: Outcome
    reason: str
    seconds: float = 0.0
    chat_id: int | None = None


# First match wins; the phrase is looked for in the lower-cased description.
VERDICTS: tuple[tuple[type[TelegramError], str, Outcome], ...] = (
    (NotSent, "", Outcome.NOT_SENT),
    (Ambiguous, "", Outcome.AMBIGUOUS),
    (RetryAfter, "", Outcome.WAIT),
    (ChatMigrated, "", Outcome.MIGRATED),
    (Forbidden, "", Outcome.UNREACHABLE),
    (InvalidToken, "", Outcome.TOKEN_REVOKED),
    (BadRequest, "message is not modified", Outcome.DONE),
    (BadRequest, "query is too old", Outcome.TOO_LATE),
    (BadRequest, "query id is invalid", Outcome.TOO_LATE),
    (BadRequest, "message to delete not found", Outcome.TOO_LATE),
    (BadRequest, "message can't be deleted", Outcome.TOO_LATE),
    (BadRequest, "message to edit not found", Outcome.SEND_ANEW),
    (BadRequest, "message can't be edited", Outcome.SEND_ANEW),
    (BadRequest, "message_id_invalid", Outcome.SEND_ANEW),
    (BadRequest, "no text in the message to edit", Outcome.SEND_ANEW),
    (BadRequest, "can't parse entities", Outcome.PLAIN_TEXT),
    (BadRequest, "can't parse message text", Outcome.PLAIN_TEXT),
    (BadRequest, "can't parse caption", Outcome.PLAIN_TEXT),
    (BadRequest, "wrong file identifier", Outcome.UPLOAD_ANEW),
    (BadRequest, "wrong remote file identifier", Outcome.UPLOAD_ANEW),
    (BadRequest, "chat not found", Outcome.UNREACHABLE),
    (BadRequest, "peer_id_invalid", Outcome.UNREACHABLE),
    (BadRequest, "rights to send", Outcome.UNREACHABLE),
    (BadRequest, "", Outcome.REFUSED),
    (NetworkError, "unknown error", Outcome.AMBIGUOUS),
    (TelegramError, "", Outcome.REFUSED),
)


def judge(error: TelegramError) -> Verdict:
    """Say what the sender does next after this error; seconds and chat id are filled where they apply."""
    reason = str(error)
    lowered = reason.lower()
    outcome = next(
        outcome for kind, phrase, outcome in VERDICTS if isinstance(error, kind) and phrase in lowered
    )
    if isinstance(error, RetryAfter):
        return Verdict(outcome, reason, seconds=seconds_of(error))
    if isinstance(error, ChatMigrated):
        return Verdict(outcome, reason, chat_id=error.new_chat_id)
    return Verdict(outcome, reason)


def seconds_of(error: RetryAfter) -> float:
    """Seconds that Telegram asks us to wait, whichever of its two types the library gives."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, dtm.timedelta) else float(wait)
