"""What is told of a dispute above its card: to operators, and to the sides."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from services.dispute import Dispute
from services.notices import News, Notice
from views.dispute import dispute_card
from views.markup import Html, bold
from views.reader import Reader
from views.screen import Screen

_TO_OPERATORS: Final[Mapping[News, Callable[[Reader], Html]]] = {
    News.DISPUTE_OPENED: lambda reader: reader.say("⚖️ A new dispute: please look into it."),
    News.DISPUTE_WAITS: lambda reader: reader.say("⏰ This dispute still waits for a decision."),
    News.DISPUTE_EVIDENCE: lambda reader: reader.say("📎 New evidence came in this dispute."),
    News.DISPUTE_TIME_OVER: lambda reader: reader.say("⌛ The time for the evidence you asked for is over."),
    News.DISPUTE_SETTLED: lambda reader: reader.say("🤝 The sides ended this dispute themselves."),
}
TO_SIDES: Final[Mapping[News, Callable[[Reader, Any, datetime], Html]]] = {
    News.CLAIM_SUGGESTED: lambda reader, case, now: reader.say(
        "💡 The operator suggests a settlement. It counts once both sides agree."
    ),
    News.CLAIM_DECIDED: lambda reader, case, now: reader.say("⚖️ The operator has decided."),
    News.EVIDENCE_WANTED: lambda reader, case, now: reader.say("❓ The operator asks you for evidence."),
    News.EVIDENCE_RUNS_OUT: lambda reader, case, now: reader.say(
        "⏰ The time for your evidence runs out soon. What is missing then cannot help you."
    ),
}
"""What stands above a side's card of the claim."""


def dispute_notice(reader: Reader, notice: Notice, dispute: Dispute) -> Screen:
    """The operator's card with what is new above."""
    return dispute_card(reader, dispute, bold(_TO_OPERATORS[notice.news](reader)))
