"""Presses and words as the routers see them."""

from datetime import UTC, datetime

import pytest
from aiogram.types import CallbackQuery, Chat, Message, User

from handlers.filters import Pressed, Words
from views.callback_data.navigation import Go, Room, ShowProduct
from views.callback_data.search import BrowseAll


def press(data: str) -> CallbackQuery:
    ann = User(id=1, is_bot=False, first_name="Ann")
    return CallbackQuery(id="1", from_user=ann, chat_instance="1", data=data)


async def test_a_press_is_read_as_what_the_button_carries() -> None:
    found = await Pressed(ShowProduct)(press("product:7:abcd1234"))

    assert found == {"pressed": ShowProduct(product_id=7, search="abcd1234")}


async def test_a_button_may_carry_nothing_but_its_name() -> None:
    assert await Pressed(BrowseAll)(press(BrowseAll().pack()))
    assert not await Pressed(BrowseAll)(press("browsers"))


async def test_a_press_may_be_asked_for_its_values() -> None:
    menu = Go(room=Room.MENU).pack()

    assert await Pressed(Go, room=Room.MENU)(press(menu))
    assert not await Pressed(Go, room=Room.HELP)(press(menu))


@pytest.mark.parametrize(
    "data",
    [
        *(
            "product",
            "product:",
            "product:x:",
            "product:-1:",
            f"product:{2**64}:",
            "go:attic:0",
            "go:menu:-1",
        ),
        *("product:7:\u202ed", "product:7:\x00", "product:7:123456789"),
    ],
)
async def test_forged_data_is_nobodys_press(data: str) -> None:
    assert not await Pressed(ShowProduct)(press(data))
    assert not await Pressed(Go)(press(data))


async def test_what_another_bot_wrote_for_him_is_not_his_word() -> None:
    helper = User(id=2, is_bot=True, first_name="Helper")
    typed = Message(message_id=1, date=datetime.now(UTC), chat=Chat(id=1, type="private"), text="ok")

    assert await Words()(typed) == {"words": "ok"}
    assert not await Words()(typed.model_copy(update={"via_bot": helper}))
