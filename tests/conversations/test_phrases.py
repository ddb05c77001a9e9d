"""Sentences of trade said in one language and read in the other, with figures that nobody translates."""

from tests.conversations.deal import enter, inquire
from tests.conversations.market import Market
from tests.faults.rig import press, rest


async def test_a_question_by_phrase_is_read_and_answered_in_the_other_language(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    await ann.presses("Ask")
    ask = (await ann.sees("What would you like to tell")).id
    for words, seen in (("Phrases", "What is it about?"), ("Time", "1. Can you ship within [days]?")):
        await ann.presses(words, on=ask)
        await ann.reads(ask, seen)
    await ann.presses("1", on=ask)
    await ann.reads(ask, "Can you ship within [days]?", "How many days?")
    await ann.types("2 weeks")
    preview = await ann.sees("Can you ship within 14 days?", "Nothing is sent yet")
    await ann.presses("Send", on=preview.id)
    await ann.sees("Sent to the seller", "Can you ship within 14 days?")

    asked = await li.sees("买家留言", "最快14天可以发货吗？")
    await li.presses("回复", on=asked.id)
    answer = (await li.sees("想对买家说什么")).id
    for words, seen in (
        ("常用语", "想说哪方面的事"),
        ("价格", "2. [数量]起可以做到[单价]。"),
        ("2", "数量多少"),
    ):
        await li.presses(words, on=answer)
        await li.reads(answer, seen)
    await li.presses("1,000件", on=answer)
    await li.reads(answer, "1,000件起可以做到[单价]。", "每件多少钱（CNY）？")
    await press(market, li.id, answer, "slot:1:quantity:1000 piece")
    await li.reads(answer, "1,000件起可以做到[单价]。", "每件多少钱（CNY）？")
    await li.types("6.2")
    await li.presses("发送", on=(await li.sees("1,000件起可以做到¥6.20/件。")).id)

    await ann.sees("The seller writes", "From 1,000 pieces on I can do CN¥6.20 / piece.")


async def test_a_value_in_doubt_is_asked_and_a_phrase_is_sent_once(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    await ann.presses("Ask")
    await ann.presses("Phrases", on=(await ann.sees("What would you like to tell")).id)
    ask = (await ann.sees("What is it about?")).id
    await ann.presses("Time", on=ask)
    await ann.presses("3", on=(await ann.reads(ask, "3. I need the goods by [date]")).id)

    await ann.reads(ask, "Which date?")
    await ann.types("some day")
    await ann.sees("Please give a date within a year from today")
    await ann.types("3/4")
    doubt = await ann.sees("can be read in two ways")
    await ann.presses(doubt.buttons[1], on=doubt.id)
    await ann.reads(doubt.id, "Nothing is sent yet", f"by {doubt.buttons[1]}.")
    await ann.presses("Send", on=doubt.id)
    await ann.reads(doubt.id, "Sent to the seller")

    late = await press(market, ann.id, doubt.id, f"say:1:{'0' * 8}")

    assert late["text"] == "There is no draft any more: it was sent already or given up."
    await li.sees("之前要货，来得及吗？")
    await rest(market, market.settings.database_url)
    assert len([shown for shown in await li.chat() if "之前要货，来得及吗？" in shown.text]) == 1
