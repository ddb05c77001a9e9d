"""Part C: forged, stolen, repeated and outdated buttons."""

from typing import Final

from domain.order_facts import order_number
from storage.tables.trade import moves
from tests.conversations.deal import enter, inquire, open_form, strike
from tests.conversations.market import Market
from tests.faults.forging import forged
from tests.faults.rig import (
    ailments,
    ask,
    buttons,
    dead,
    on_sqlite,
    press,
    rest,
    said,
    table_rows,
    trade_rows,
)
from tests.faults.under_way import SECRETS, everything_under_way, facts, press_all, told

OF_EACH: Final = 2
"""Forgeries of each kind of button."""
ONCE_FATAL: Final = [
    "usualfield:1:lead",
    f"fr:1:0:0:{'x' * 55}",
    "fr:1:0:0:\u202e",
    "editacc:1:card",
    "book:buyer:csv:99999",
]
UNLIKELY: Final = [
    *("carrier:2:dhl", "shipsend:2:", "shipsend:2:ab", "shipgoods:2:1", "carrier:2:dhl", "shipsend:2:ab"),
    *("unclaim:1:1:0", "settle:1:1:1:0", "settle:1:1:0:0", "propose:1:1", "refuse:1:1", "claim:1"),
    *("prop:1:1:amount:1", "propback:1:1", "propsend:1:1", "returnto:1:1:1", "proposals:1:0"),
    *("report:2:half", "progress:2:1", "stage:2:1:packed", "report:3:half", "report:2:packed"),
    *("havepaid:4:card:deposit:1", "slips:4", "havepaid:4:transfer:deposit:4242", "slips:4"),
    *("rec:1:9007199254740991:0", "recun:1:5:0:1", "slip:1:7", "notrecwhy:1:slip", "book:buyer:csv:9999"),
    *("amendyes:2:1:0", "amendno:2:7", "amendback:2:1", "anscancel:5:1:1:0", "anscancel:5:1:0:0"),
]
"""Presses out of turn, by the wrong side, or of another form than the one that is open."""
TYPED: Final = ("500", "6.5", "ok", "Germany", "20 days", "+49 30 901821")
STRANGER: Final = 9100
HIDDEN: Final = frozenset("\x00\u202e")


async def test_forged_buttons_do_nothing_for_a_stranger(market: Market) -> None:
    await everything_under_way(market)
    await ask(market, "POST", "/people", {"id": STRANGER, "first_name": "Eve", "language_code": "en"})
    await ask(market, "POST", f"/chats/{STRANGER}/messages", {"text": "/start"})
    await rest(market, market.settings.database_url)
    before = await facts(market, STRANGER)
    stolen = {data for person in (9001, 9002, 9003) for _, _, data in await buttons(market, person)}

    await press_all(market, STRANGER, [*forged(1, OF_EACH), *sorted(stolen)], TYPED)

    await rest(market, market.settings.database_url)

    changed = {
        name: count for name, count in (await facts(market, STRANGER)).items() if count != before[name]
    }
    assert (changed, await dead(market.settings.database_url)) == ({}, (0, 0))
    said_to_her = "".join(await told(market, STRANGER))
    numbers = [order_number(number) for number in range(1, before["orders"] + 1)]
    assert not [secret for secret in (*SECRETS, *numbers) if secret in said_to_her]


async def test_a_press_that_no_button_of_a_side_makes_is_answered_with_the_card(market: Market) -> None:
    await everything_under_way(market)

    for person in (9001, 9002):
        await press_all(market, person, UNLIKELY)

    await rest(market, market.settings.database_url)

    assert await dead(market.settings.database_url) == (0, 0)
    assert await ailments(market.settings.database_url) == []


async def test_forged_buttons_break_nothing_for_the_parties(market: Market) -> None:
    await everything_under_way(market)

    for person, seed in ((9001, 2), (9002, 3), (9003, 4)):
        await press_all(market, person, [*ONCE_FATAL, *forged(seed, OF_EACH)], TYPED)

    await rest(market, market.settings.database_url)
    assert await dead(market.settings.database_url) == (0, 0)
    assert await ailments(market.settings.database_url) == []
    assert not HIDDEN & set(str(await said(market, "*")))


@on_sqlite
async def test_each_sides_buttons_are_the_other_sides_nothing(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    card = await market.li.sees("轮到您了", "500件")
    sellers = [data for _, _, data in await buttons(market, 9002) if data.startswith(("accept", "counter"))]
    decline = next(data for _, _, data in await buttons(market, 9002) if ":decline:" in data)
    withdraw = next(data for _, _, data in await buttons(market, 9001) if ":withdraw:" in data)

    for data in (*sellers, decline, decline[:-1] + "1"):
        await press(market, 9001, sent.id, data)
    for data in (withdraw, withdraw[:-1] + "1"):
        await press(market, 9002, card.id, data)

    await rest(market, market.settings.database_url)
    assert await table_rows(market.settings.database_url, moves) == 1


@on_sqlite
async def test_absent_and_forbidden_sound_the_same(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await ask(market, "POST", "/people", {"id": STRANGER, "first_name": "Eve", "language_code": "en"})
    await ask(market, "POST", f"/chats/{STRANGER}/messages", {"text": "/start"})
    await rest(market, market.settings.database_url)
    shown = (await ask(market, "GET", f"/chats/{STRANGER}"))["messages"][-1]["message_id"]

    for data in (
        "neg:{}",
        "history:{}",
        "pages:{}:0",
        "chart:{}",
        "version:{}:1:0",
        "terms:{}:1:0",
        "ask:{}",
        "accept:{}:1:abcdef12",
        "counter:{}:1",
        "place:{}:1",
    ):
        there = await press(market, STRANGER, shown, data.format(1))
        nowhere = await press(market, STRANGER, shown, data.format(4242))
        assert (there["text"], there["show_alert"]) == (nowhere["text"], nowhere["show_alert"])


@on_sqlite
async def test_every_button_shown_in_a_deal_has_1_to_64_bytes(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)

    shown = [
        button
        for entry in await said(market, "*")
        for row in ((entry["params"] or {}).get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
    ]

    assert len(shown) > 30
    assert all(
        1 <= len(button["callback_data"].encode()) <= 64 for button in shown if "callback_data" in button
    )


@on_sqlite
async def test_every_button_ever_shown_is_answered_after_the_deal(market: Market) -> None:
    await strike(market.ann, market.li, market.invitation)
    before = await trade_rows(market.settings.database_url)
    shown = {
        (entry["chat_id"], button["callback_data"])
        for entry in await said(market, "*")
        for row in ((entry["params"] or {}).get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
    }

    for chat_id, data in sorted(shown):
        if not (data.startswith(("end", "cancel")) and data.endswith(":1")):
            card = (await ask(market, "GET", f"/chats/{chat_id}"))["messages"][-1]["message_id"]
            assert (await press(market, chat_id, card, data))["answered"]

    await rest(market, market.settings.database_url)
    assert await dead(market.settings.database_url) == (0, 0)
    assert await trade_rows(market.settings.database_url) == before


@on_sqlite
async def test_another_version_or_digest_on_the_button_accepts_nothing(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    accept = next(each for each in await buttons(market, 9002) if each[2].startswith("accept"))
    name, number, _version, digest = accept[2].split(":")
    wrong = digest[::-1] + "0"

    for data in (f"{name}:{number}:2:{digest}", f"{name}:{number}:0:{digest}", f"{name}:{number}:1:{wrong}"):
        await press(market, 9002, accept[0], data)

    assert await table_rows(market.settings.database_url, moves) == 1


@on_sqlite
async def test_a_form_that_became_the_offers_card_is_not_cancelled_by_its_old_button(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    form = await open_form(market.ann)
    (cancel,) = (
        data for at, words, data in await buttons(market, 9001) if at == form.id and words == "Cancel"
    )

    await press(market, 9001, sent.id, cancel)
    await rest(market, market.settings.database_url)

    await market.ann.reads(sent.id, "Waiting for the seller")
