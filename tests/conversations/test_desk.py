"""A supplier's desk and the operator's, as people see them in their chats."""

import re

from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.faults.rig import rest

CODE = "91330100799655058B"


async def apply(market: Market) -> None:
    """李 applies for a verified factory, with a photo and an album in which it stands once more."""
    li = market.li
    async with open_database(market.settings.database_url) as database:
        await Trade(database).run_sql("UPDATE suppliers SET qualification = 'unverified'")
    await li.types("/settings")
    await li.presses("资质", on=(await li.sees("设置", "简体中文")).id)
    await li.presses("申请：✅ 认证工厂", on=(await li.sees("买家看到")).id)
    await li.sees("公司全称是什么")
    await li.types("宁波杯业有限公司")
    await li.sees("统一社会信用代码是多少")
    await li.types(CODE[:-1] + "A")
    await li.sees("不是有效的统一社会信用代码")
    await li.types(f"{CODE[:9].lower()} {CODE[9:]}")
    await li.sees("请发照片")
    await li.types("马上发")
    await li.sees("这里需要照片")
    await li.sends("photo")
    await li.sees("收到。可以继续发")
    await li.sends("album", generate=3)
    await rest(market, market.settings.database_url)
    await li.presses("完成")
    review = await li.sees("请核对，现在还没有提交", CODE, "照片：3 张", "宁波杯业有限公司")
    await li.presses("发送", on=review.id)
    await li.reads(review.id, "等待平台审核")


def payload_in(text: str) -> str:
    """What a link carries."""
    found = re.search(r"https://t\.me/\w+\?start=([\w-]+)", text)
    assert found, text
    return found[1]


async def test_a_factory_is_verified_from_photos_by_the_operator_and_buyers_see_it(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await olga.types("/start")
    await enter(ann, li, market.invitation)
    await apply(market)

    await olga.presses("Application", on=(await olga.sees("of Ningbo Cups waits for a decision")).id)
    dossier = await olga.sees("Application 1", "宁波杯业有限公司", CODE)
    await olga.presses("🖼 2", on=dossier.id)
    await olga.finds("photo")
    await olga.presses("Grant", on=dossier.id)
    await olga.reads(dossier.id, "Buyers see it at once")
    await olga.presses("Yes, grant", on=dossier.id)
    await olga.reads(dossier.id, "✅ Granted", "By …9003")

    await li.sees("资质", "✅ 已通过", "买家看到：✅ 认证工厂")
    await ann.types("coffee mug")
    await ann.presses("1", on=(await ann.sees("🔎", "Ceramic coffee mug", "✅ verified factory")).id)
    await ann.sees("Ningbo Cups", "✅ verified factory", "by quantity")


async def test_a_refusal_in_the_operators_own_words_reaches_the_factory(market: Market) -> None:
    li, olga = market.li, market.olga
    await olga.types("/start")
    await enter(market.ann, li, market.invitation)
    await apply(market)
    await olga.types("/admin")
    await olga.presses("Applications (1)", on=(await olga.sees("Nothing has failed", "Suppliers:")).id)
    await olga.presses("1 · Ningbo Cups", on=(await olga.sees("oldest first")).id)
    dossier = await olga.sees("Application 1", CODE)

    await olga.presses("Refuse", on=dossier.id)
    await olga.reads(dossier.id, "Why is application 1 refused?")
    await olga.types("The licence ended <b>last year</b>")
    asked = await olga.sees("Refuse ✅ verified factory to Ningbo Cups?", "<b>last year</b>")
    await olga.presses("Yes, refuse", on=asked.id)
    await olga.reads(asked.id, "❌ Refused", "last year")

    told = await li.sees("❌ 未通过", "The licence ended <b>last year</b>")
    assert "买家看到：✅ 认证工厂" not in told.text


async def test_an_owner_invites_a_colleague_and_removes_him_in_the_middle_of_an_answer(
    market: Market,
) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await ann.types("/start")
    await li.types(f"/start {market.invitation}")
    await li.sees("宁波杯业")
    await li.types("/settings")
    await li.presses("成员", on=(await li.sees("设置", "简体中文")).id)
    team = await li.sees("👑 负责人 …9002（您）", "加入")
    await li.presses("邀请业务员", on=team.id)
    link = await li.sees("将成为 宁波杯业 的业务员", "只能用一次")
    await ann.types(f"/start {payload_in(link.text)}")
    await ann.sees("you now sell for Ningbo Cups")
    new = await li.sees("有人（…9001）")
    await olga.types("/start")
    await inquire(olga)
    card = await ann.sees("the buyer made you an offer", "500 pieces")
    await ann.presses("Counter", on=card.id)
    await rest(market, market.settings.database_url)

    await li.presses("查看", on=new.id)
    await li.presses("移除", on=(await li.reads(new.id, "💼 业务员 …9001")).id)
    await li.reads(new.id, "确定把 💼 业务员 …9001 移出 宁波杯业 吗")
    await li.presses("确定移除", on=new.id)
    await li.reads(new.id, "👑 负责人 …9002（您）")
    await ann.sees("You no longer sell for Ningbo Cups", "you can still buy here")
    toast = await ann.presses("Accept", on=card.id)
    await ann.types("coffee mug")

    await ann.sees("🔎", "Ceramic coffee mug", "MOQ")
    assert "I cannot find that" in toast
    await ann.types("/settings")
    assert not [word for word in (await ann.sees("Settings", "English")).buttons if "People" in word]


async def test_the_inbox_shows_what_waits_first_by_kind_and_in_both_languages(market: Market) -> None:
    ann, li = market.ann, market.li
    await enter(ann, li, market.invitation)
    await inquire(ann)
    await order_at_once(ann, li, "5 Harbour Street, Rotterdam")
    await inquire(ann, "600 pcs at 6.4, 15 days")
    await li.sees("轮到您了", "600件")

    await li.types("/inbox")
    inbox = await li.sees(
        "📥 收件箱", "有 2 件事等您处理", "📝 有订单待确认 · YJ-000001", "🔔 有报价待回复 · 议价单 2", "截止"
    )
    await li.presses("🔔 报价 1", on=inbox.id)
    one = await li.reads(inbox.id, "🔔 有报价待回复")
    await li.presses("1 · 陶瓷咖啡杯", on=inbox.id)
    await li.sees("轮到您了", "600件")
    await ann.types("/inbox")
    await ann.sees("Open negotiations")
    await li.types("/language")
    await li.presses("English", on=(await li.sees("请选择语言")).id)
    await li.types("/inbox")

    english = await li.sees("📥 Inbox", "2 matters wait for you", "📝 Order to confirm", "🔔 Offer to answer")
    assert "有订单待确认" not in one.text
    assert english.buttons[:2] == ("1 · Ceramic coffee mug", "2 · Ceramic coffee mug")


async def test_the_operators_page_does_not_exist_for_anybody_else(market: Market) -> None:
    ann, li, olga = market.ann, market.li, market.olga
    await enter(ann, li, market.invitation)

    await ann.types("/admin")
    await li.types("/admin")
    await olga.types("/admin")

    await ann.sees("I don't know this command")
    await li.sees("没有这个命令")
    page = await olga.sees("🛠 Operator", "Nothing has failed", "Suppliers: 3")
    await olga.presses("Suppliers", on=page.id)
    await olga.reads(page.id, "Which supplier?")
    await olga.types("100%_")
    await olga.sees("I know no supplier of that name")
    await olga.types("ningbo")
    await olga.presses("Ningbo Cups", on=(await olga.sees("Please press one")).id)
    shown = await olga.sees("Ningbo Cups", "Owners: 1 · sales: 0")
    await olga.presses("Owner link", on=shown.id)
    link = await olga.sees("becomes an owner of Ningbo Cups")
    await ann.types(f"/start {payload_in(link.text)}")
    await ann.sees("you now sell for Ningbo Cups")
    await li.sees("有人（…9001）")
