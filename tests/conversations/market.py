"""What stands on the small market."""

from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.settings import Settings
from tests.conversations.people import Phone

CATALOGUE = Path(__file__).with_name("catalogue.csv")


@dataclass(frozen=True)
class Market:
    """The bot at work and the people around it; `invitation` makes one person a seller of Ningbo Cups."""

    settings: Settings
    url: str
    session: aiohttp.ClientSession
    ann: Phone
    li: Phone
    olga: Phone
    invitation: str
