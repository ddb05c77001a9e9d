"""Of each deal one card stands in a chat; older ones say what took their place and keep their terms."""

from tests.conversations.deal import ADDRESS, counter, enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.people import Phone
from tests.faults.rig import ailments, buttons, press, rest, said

ACTING = ("Accept", "Withdraw", "Place order", "Confirm order", "接受", "撤回", "下单", "确认下单")


async def acting(market: Market, phone: Phone) -> list[int]:
    """The messages in a chat on which the deal can be moved, when all has come to rest."""
    await rest(market, market.settings.database_url)
    return [
        shown.id for shown in await phone.chat() if any(button.endswith(ACTING) for button in shown.buttons)
    ]


async def test_an_offer_that_was_answered_loses_its_buttons_and_keeps_its_terms(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    received = await market.li.sees("轮到您了", "500件")

    await counter(market.li)

    his = await market.li.reads(received.id, "已有新报价（第 2 版），见下方 ↓", "第 1 版", "¥6.50", "15 天")
    hers = await market.ann.reads(sent.id, "Overtaken by offer 2, see below ↓", "offer 1, yours", "CN¥6.50")
    assert his.buttons == hers.buttons == ()
    assert not any(present in his.text + hers.text for present in ("轮到您", "Waiting", "Valid", "有效期"))


async def test_one_card_stands_in_each_chat_at_every_step_of_a_deal(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    received = await market.li.sees("轮到您了", "500件")
    assert (await acting(market, market.ann), await acting(market, market.li)) == ([sent.id], [received.id])

    await counter(market.li)
    theirs, his = await acting(market, market.ann), await acting(market, market.li)
    assert theirs == [(await market.ann.sees("Your turn", "6.60")).id]
    assert his == [(await market.li.sees("等待买家回复")).id]

    await market.ann.types("6.55", reply_to=theirs[0])
    await market.ann.sees("Nothing is sent yet")
    await market.ann.presses("Send")
    assert await acting(market, market.ann) == [(await market.ann.sees("Waiting for the seller")).id]
    assert await acting(market, market.li) == [(await market.li.sees("轮到您了", "¥6.55")).id]
    assert await ailments(market.settings.database_url) == []


async def test_an_order_takes_the_place_of_its_negotiation(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    received = await market.li.sees("轮到您了", "500件")
    await market.li.presses("接受", on=received.id)
    agreed = await market.ann.sees("The seller accepted your offer")
    await market.ann.presses("Place order", on=agreed.id)
    await market.ann.types(ADDRESS)
    order = await market.ann.sees("YJ-", ADDRESS)
    await market.ann.presses("Confirm order", on=order.id)

    await market.ann.reads(agreed.id, "Ordered, see below ↓", "offer 1, yours")
    his = await market.li.reads(received.id, "已下单，见下方 ↓", "第 1 版")
    assert his.buttons == ()
    assert await acting(market, market.li) == [(await market.li.sees("YJ-", "请核对并确认")).id]


async def test_a_changed_address_is_said_on_the_order_card_that_showed_the_old_one(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    order, to_confirm = await order_at_once(market.ann, market.li, "1 Old Street, Leeds")

    await market.ann.presses("Edit", on=order.id)
    await market.ann.types("2 New Street, Leeds")

    await market.li.sees("YJ-", "2 New Street")
    await market.ann.reads(order.id, "The order was changed, see below ↓")
    old = await market.li.reads(to_confirm.id, "订单已修改，见下方 ↓", "500件")
    assert "Old Street" not in old.text
    assert old.buttons == ()


async def test_when_a_negotiation_ends_no_card_of_it_waits_any_more(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    received = await market.li.sees("轮到您了", "500件")

    await market.ann.presses("Withdraw", on=sent.id)
    await market.ann.presses("Yes", on=sent.id)

    await market.li.sees("买家已撤回")
    await market.li.reads(received.id, "已撤回，见下方 ↓")
    await market.ann.reads(sent.id, "Withdrawn")
    assert await acting(market, market.ann) == await acting(market, market.li) == []


async def test_a_press_that_comes_too_late_is_answered_with_the_current_card_below(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    old = await market.li.sees("轮到您了", "500件")
    accept = next(data for _, _, data in await buttons(market, market.li.id) if data.startswith("accept"))
    await counter(market.li)
    answered = await market.li.reads(old.id, "已有新报价")

    answer = await press(market, market.li.id, old.id, accept)

    assert "已有更新的报价" in answer["text"]
    current = await acting(market, market.li)
    assert current == [(await market.li.chat())[-1].id]
    assert await market.li.reads(old.id) == answered


async def test_a_card_that_was_deleted_is_not_missed(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    received = await market.li.sees("轮到您了", "500件")
    await market.ann.deletes(sent.id)
    await counter(market.li)
    await market.li.deletes(received.id)
    offered = await market.ann.sees("Your turn", "6.60")

    await market.ann.presses("Accept", on=offered.id)

    await market.li.sees("买家接受了您的报价")
    assert await acting(market, market.ann) == [offered.id]
    assert await ailments(market.settings.database_url) == []


async def test_an_overtaken_card_is_edited_once(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    await counter(market.li)
    await market.ann.presses("Accept", on=(await market.ann.sees("Your turn", "6.60")).id)
    await market.li.sees("买家接受了您的报价")
    await rest(market, market.settings.database_url)

    edits = [each for each in await said(market, "edit*") if each["message_id"] == sent.id]

    assert sum("Overtaken" in each["params"]["text"] for each in edits) == 1


async def test_words_of_the_other_side_stay_when_the_offer_is_shown_below_them(market: Market) -> None:
    await enter(market.ann, market.li, market.invitation)
    sent = await inquire(market.ann)
    await market.li.presses("提问", on=(await market.li.sees("轮到您了", "500件")).id)
    await market.li.types("杯子要什么颜色？")
    question = await market.ann.sees("The seller writes", "杯子要什么颜色？")

    await market.ann.presses("Show offer", on=question.id)

    card = await market.ann.sees("Waiting for the seller", "CN¥6.50")
    await market.ann.reads(sent.id, "The current card: see below ↓")
    assert card.id > question.id
    assert (await market.ann.reads(question.id, "杯子要什么颜色？")).buttons == question.buttons
