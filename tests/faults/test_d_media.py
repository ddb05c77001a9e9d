"""Part D: files on a bad line, and files that Telegram does not show."""

import asyncio

from sqlalchemy import select

from storage.database import open_database
from storage.tables.copies import copies
from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.faults.rig import ask, dead, on_sqlite, rest, suffer

NOT_SHOWN = "Telegram 在这里显示不了这个文件"


@on_sqlite
async def test_what_telegram_does_not_show_becomes_words(market: Market) -> None:
    own = await begin(market)
    await suffer(
        market,
        refusal("sendVoice", "Bad Request: VOICE_MESSAGES_FORBIDDEN"),
        refusal("sendLocation", "Bad Request: CHAT_SEND_GEO_FORBIDDEN"),
        refusal("sendDocument", "Bad Request: wrong file identifier/HTTP URL specified"),
    )

    await market.ann.sends("voice", caption="listen", reply_to=own)
    await market.ann.sends("location", reply_to=own)
    await market.ann.sends("document", reply_to=own)

    await market.li.sees("买家发来一条语音", "listen", NOT_SHOWN)
    await market.li.sees("买家发来一个位置", NOT_SHOWN)
    await market.li.sees("买家发来一个文件", NOT_SHOWN)
    await rest(market, market.settings.database_url)
    assert await dead(market.settings.database_url) == (0, 0)


@on_sqlite
async def test_an_album_on_a_bad_line_loses_nothing_and_is_doubled_at_most_once(market: Market) -> None:
    own = await begin(market)
    await suffer(
        market,
        {"kind": "too_many", "method": "sendPhoto", "seconds": 1, "count": 2},
        {"kind": "reset", "method": "sendPhoto", "when": "after", "skip": 1, "count": 1},
    )

    await market.ann.sends("album", generate=5, caption="all five", reply_to=own)

    await market.li.finds("photo", 5)
    await rest(market, market.settings.database_url)
    found = await market.li.finds("photo", 5)
    assert len(found) in (5, 6)
    assert "all five" in found[0].text
    assert await dead(market.settings.database_url) == (0, 0)


@on_sqlite
async def test_a_place_is_not_sent_again_because_its_words_were_held_up(market: Market) -> None:
    own = await begin(market)
    await suffer(
        market,
        {"kind": "too_many", "method": "sendMessage", "chat_id": market.li.id, "seconds": 1, "count": 2},
    )

    await market.ann.sends("location", reply_to=own)

    await market.li.sees("买家发来一个位置")
    await rest(market, market.settings.database_url)
    assert len(await market.li.finds("location")) == 1


@on_sqlite
async def test_a_file_that_telegram_does_not_let_us_have_is_carried_all_the_same(market: Market) -> None:
    own = await begin(market)
    await ask(market, "PUT", "/limits", {"download_bytes": 10})

    await market.ann.sends("document", caption="the drawing", reply_to=own)

    await market.li.sees("买家发来一个文件", "the drawing")
    assert await problem(market) == "refused"


async def problem(market: Market) -> str:
    """Waits until it is clear that there is no copy of the one file, and why."""
    async with open_database(market.settings.database_url) as database:
        while True:
            rows = (await database.run(lambda c: c.execute(select(copies)))).all()
            if rows:
                return str(rows[0].problem)
            await asyncio.sleep(0.1)


async def begin(market: Market) -> int:
    """Ann inquired; returns her card."""
    await enter(market.ann, market.li, market.invitation)
    card = await inquire(market.ann)
    await market.li.sees("轮到您了", "500件")
    return card.id


def refusal(method: str, words: str) -> dict[str, object]:
    return {"kind": "error", "method": method, "code": 400, "description": words}
