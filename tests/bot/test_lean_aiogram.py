"""aiogram imported lean reads everything as aiogram imported whole does."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

READ = """
import json, logging, sys
logging.basicConfig(stream=sys.stderr)
from bot import lean_aiogram
from bot.memory import settle
from bot.parsing import parse_update
from tests.bot.updates_of_a_deal import CARD, UPDATES
from aiogram import Bot, methods, types
from aiogram.filters.callback_data import CallbackData

class Press(CallbackData, prefix="p"):
    offer: int

bot = Bot("1:token")
settle()
updates = [parse_update(update, bot) for update in UPDATES]
body = json.dumps({"ok": True, "result": CARD})
print(json.dumps({
    "lean": lean_aiogram.is_lean,
    "updates": [repr(update) for update in updates],
    "bound": [update.event.bot is bot for update in updates[:-1]],
    "from_bytes": repr(parse_update(json.dumps(UPDATES[0]).encode(), bot)) == repr(updates[0]),
    "later": [
        repr(types.Giveaway.model_validate(UPDATES[11]["message"]["giveaway"])),
        repr(types.InputMediaPhoto(media="file", caption="sample")),
        repr(methods.SendMessage(chat_id=7, text="x", reply_markup=types.ForceReply())),
        repr(methods.SetMyCommands(commands=[types.BotCommand(command="start", description="Start")])),
        repr(methods.Response[types.Message].model_validate_json(body)),
        repr(Press.unpack(Press(offer=3).pack())),
    ],
}))
"""
# The first model that is read fails, as it would if a new aiogram or pydantic broke the assumption.
SABOTAGE = """
from pydantic import BaseModel
read = BaseModel.__dict__["model_validate"]
def fail(cls, *args, **options):
    BaseModel.model_validate = read
    raise TypeError("not as it was")
BaseModel.model_validate = classmethod(fail)
"""


def reading(script: str) -> tuple[dict[str, Any], str]:
    run = run_python(script)
    return json.loads(run.stdout), run.stderr


def run_python(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)


@pytest.fixture(scope="module")
def lean() -> dict[str, Any]:
    return reading(READ)[0]


@pytest.fixture(scope="module")
def whole() -> tuple[dict[str, Any], str]:
    return reading(SABOTAGE + READ)


def test_every_update_of_a_deal_reads_the_same(
    lean: dict[str, Any], whole: tuple[dict[str, Any], str]
) -> None:
    assert lean["lean"]
    assert lean["updates"] == whole[0]["updates"]


def test_types_used_later_are_built_then(lean: dict[str, Any], whole: tuple[dict[str, Any], str]) -> None:
    assert lean["later"] == whole[0]["later"]


def test_updates_know_their_bot_and_read_from_bytes(lean: dict[str, Any]) -> None:
    assert all(lean["bound"])
    assert lean["from_bytes"]


def test_a_surprise_falls_back_to_the_whole_aiogram_with_a_warning(whole: tuple[dict[str, Any], str]) -> None:
    read, log = whole

    assert not read["lean"]
    assert "aiogram cannot be imported lean" in log


def test_an_aiogram_already_imported_is_left_alone() -> None:
    script = (
        'import sys; sys.modules["aiogram"] = sys; from bot import lean_aiogram as lean; print(+lean.is_lean)'
    )

    run = run_python(script)

    assert run.stdout.strip() == "0"
