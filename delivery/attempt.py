"""One attempt at one letter: its calls are made, every error is judged, and the outcome is a settlement."""

import time
from dataclasses import dataclass, replace
from typing import Any, Final

from telegram.error import TelegramError

from delivery import limiter
from delivery.album import Album
from delivery.calls import INVOICE, Call
from delivery.outcome import Outcome, Verdict, judge
from delivery.speaker import Speaker
from delivery.speech import Speech
from domain.refusal import Refusal
from services.fail_points import reach
from services.mail import Fate, Letter, Settlement

LONGEST_PAUSE_MS: Final = 30_000
ALTERNATIVES: Final = 3
BROKEN_TRIES: Final = 7
HARMLESS: Final = frozenset({Outcome.DONE, Outcome.TOO_LATE})
GIVEN_UP: Final = frozenset({Outcome.AMBIGUOUS, Outcome.REFUSED, Outcome.SEND_ANEW, Outcome.UNREACHABLE})
"""What ends an answer to a press: it is not worth a second try, whatever follows it is."""
DROPPED: Final = frozenset({Outcome.REFUSED, Outcome.SEND_ANEW})
"""What ends the edit of an overtaken card."""


class Failed(Exception):
    """A call came to nothing; the verdict says why, `halts_all` whether Telegram refuses the whole bot."""

    def __init__(self, verdict: Verdict, call: Call, *, halts_all: bool) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict
        self.call = call
        self.halts_all = halts_all


@dataclass(frozen=True, slots=True)
class Attempt:
    """Makes calls through the speaker; pictures and files come from the album.

    The payment provider's token joins an invoice here only: it stands in no letter.
    """

    speaker: Speaker
    album: Album
    provider_token: str = ""

    async def make(self, letter: Letter, speech: Speech) -> Settlement:
        """Makes the calls in their order; never raises for Telegram's sake."""
        message_id = None
        try:
            if letter.doubtful:
                await self._one(PROBE)
            for call in speech.calls:
                message_id = _message_id(call, await self._one(call)) or message_id
        except Failed as failure:
            return settlement_of(letter, failure)
        done = Settlement(letter, Fate.DONE, message_id=message_id)
        return replace(done, card=speech.card, overtaken=speech.overtaken)

    async def _one(self, call: Call) -> Any:
        for _ in range(ALTERNATIVES):
            try:
                return await self._call(call)
            except Refusal:
                call = call.without_file()
                continue
            except TelegramError as error:
                verdict = judge(error)
            if verdict.outcome in HARMLESS or _is_expendable(call, verdict):
                return None
            another = self._instead(call, verdict)
            if another is None:
                break
            call = another
        halts_all = self.speaker.pace.halted(None, time.monotonic()) > 0
        raise Failed(verdict, call, halts_all=halts_all)

    async def _call(self, call: Call) -> Any:
        payload, files = await self.album.fill(call)
        if call.method == INVOICE:
            payload = {**payload, "provider_token": self.provider_token}
        reach("outbox.before_send")
        result = await self.speaker.call(call.method, payload, files)
        reach("outbox.after_send")
        self.album.learn(call, result)
        return result

    def _instead(self, call: Call, verdict: Verdict) -> Call | None:
        match verdict.outcome:
            case Outcome.SEND_ANEW:
                return call.sent_anew()
            case Outcome.PLAIN_TEXT if not call.is_plain:
                return call.without_markup()
            case Outcome.UPLOAD_ANEW if self.album.forget(call):
                return call
            case Outcome.UPLOAD_ANEW if call.copy:
                return call.with_own_copy()
            case Outcome.REFUSED | Outcome.UPLOAD_ANEW if call.has_file:
                return call.without_file()
        return None


PROBE: Final = Call("getMe", {})
"""Before a letter is sent for the second time: does Telegram answer at all?"""


def settlement_of(letter: Letter, failure: Failed) -> Settlement:
    """What a failure means for its letter."""
    verdict = failure.verdict
    match verdict.outcome:
        case Outcome.WAIT:
            wait = int(verdict.seconds * 1000)
            return _again(letter, verdict, wait, pauses={0 if failure.halts_all else letter.chat_id: wait})
        case Outcome.NOT_SENT:
            return _again(letter, verdict, _backoff(letter), failed=1)
        case Outcome.TOKEN_REVOKED:
            return _again(letter, verdict, int(limiter.TOKEN_REST_SECONDS * 1000), failed=1)
        case Outcome.AMBIGUOUS if not failure.call.method.startswith("send"):
            return _again(letter, verdict, _backoff(letter), failed=1)
        case Outcome.AMBIGUOUS if not letter.doubtful:
            return _again(letter, verdict, _backoff(letter), doubtful=1)
        case Outcome.UNREACHABLE:
            return Settlement(letter, Fate.DEAD, problem=verdict.reason, unreachable=True)
    return Settlement(letter, Fate.DEAD, problem=verdict.reason)


def broken(letter: Letter) -> Settlement:
    """A letter that could not be made into calls: tried again later, after BROKEN_TRIES among the dead."""
    fate = Fate.WAITING if letter.attempts < BROKEN_TRIES else Fate.DEAD
    return Settlement(letter, fate, problem="internal error", wait_ms=_backoff(letter), failed=1)


def _again(letter: Letter, verdict: Verdict, wait_ms: int, **counters: Any) -> Settlement:
    return Settlement(letter, Fate.WAITING, problem=verdict.reason, wait_ms=wait_ms, **counters)


def _backoff(letter: Letter) -> int:
    return min(1000 << min(letter.attempts, 10), LONGEST_PAUSE_MS)


def _is_expendable(call: Call, verdict: Verdict) -> bool:
    if call.method == "answerCallbackQuery":
        return verdict.outcome in GIVEN_UP
    return call.may_fail and verdict.outcome in DROPPED


def _message_id(call: Call, result: Any) -> int | None:
    """The message that shows it now; one that already did, as after a lost answer, needed no edit."""
    return result.get("message_id") if isinstance(result, dict) else call.payload.get("message_id")
