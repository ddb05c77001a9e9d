"""Coming in, and finding the way."""

from tests.conversations.market import Market


async def test_a_buyer_is_greeted_in_english_and_sees_the_menu(market: Market) -> None:
    await market.ann.types("/start")

    shown = await market.ann.sees("Welcome to Yijia")
    assert "🔎 Search" in shown.buttons
    assert "📥 Inbox" not in shown.buttons


async def test_an_invitation_makes_a_seller_who_is_greeted_in_chinese(market: Market) -> None:
    await market.li.types(f"/start {market.invitation}")

    shown = await market.li.sees("宁波杯业")
    assert "📥 收件箱" in shown.buttons
    assert "以后这家的询价会发到您这里" in shown.text


async def test_an_invitation_serves_one_person_only(market: Market) -> None:
    await market.li.types(f"/start {market.invitation}")
    await market.li.sees("宁波杯业")

    await market.ann.types(f"/start {market.invitation}")

    shown = await market.ann.sees("This invitation is not valid")
    assert "🔎 Search" in shown.buttons
    assert "📥 Inbox" not in shown.buttons


async def test_a_payload_that_is_junk_leads_to_the_start(market: Market) -> None:
    await market.ann.types("/start ' OR 1=1; --")

    await market.ann.sees("Welcome to Yijia", "This invitation is not valid")


async def test_help_is_different_for_buyers_and_sellers(market: Market) -> None:
    await market.li.types(f"/start {market.invitation}")
    await market.li.sees("宁波杯业")

    await market.li.types("/help")
    await market.ann.types("/help")

    await market.li.presses("三步接单", on=(await market.li.sees("想了解什么")).id)
    await market.ann.presses("Buying in three steps", on=(await market.ann.sees("like to know")).id)

    await market.li.sees("三步接单", "询价自动送到")
    await market.ann.sees("How to buy in three steps")


async def test_settings_lead_to_the_languages_and_back(market: Market) -> None:
    await market.ann.types("/settings")
    await market.ann.sees("Language: English")

    await market.ann.presses("Language")
    await market.ann.sees("Which language do you read?")
    await market.ann.presses("Back")

    await market.ann.sees("What are you looking for?")
