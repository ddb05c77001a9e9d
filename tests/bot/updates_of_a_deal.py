"""One update of each kind that a deal can bring, as Telegram writes it, unknown fields included."""

ANN = {"id": 7, "is_bot": False, "first_name": "Ann", "username": "ann", "language_code": "en", "new_flag": 1}
YIJIA = {"id": 1, "is_bot": True, "first_name": "Yijia", "username": "yijia_bot"}
CHAT = {"id": 7, "first_name": "Ann", "username": "ann", "type": "private"}
PHOTO = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 900},
    {"file_id": "large", "file_unique_id": "l", "width": 900, "height": 600},
]
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Accept", "callback_data": "accept:3", "style": "success"}],
        [{"text": "Pay", "pay": True}, {"text": "Site", "url": "https://example.org"}],
    ]
}


def message(**content: object) -> dict[str, object]:
    return {"message_id": 10, "from": ANN, "chat": CHAT, "date": 1_790_000_000} | content


CARD = message(
    **{"from": YIJIA, "text": "Offer 3: 500 pcs", "reply_markup": KEYBOARD},
    entities=[{"type": "bold", "offset": 0, "length": 7}],
    link_preview_options={"is_disabled": True},
)
GONE = {"message_id": 10, "chat": CHAT, "date": 0}
FORWARDED = {"type": "user", "sender_user": YIJIA, "date": 1_789_000_000}
PAYMENT = {"currency": "USD", "total_amount": 117500, "invoice_payload": "order:9"}
ADDRESS = {
    "country_code": "DE",
    "state": "",
    "city": "Hamburg",
    "street_line1": "Kai 1",
    "street_line2": "",
    "post_code": "20457",
}

MESSAGES = [
    message(text="500 pcs at $2.35, 15 days", entities=[{"type": "cashtag", "offset": 11, "length": 5}]),
    message(text="/start inv_1", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
    message(photo=PHOTO, caption="sample", media_group_id="album"),
    message(document={"file_id": "d", "file_unique_id": "d", "file_name": "a.xlsx", "mime_type": "x/y"}),
    message(voice={"file_id": "v", "file_unique_id": "v", "duration": 3}),
    message(location={"latitude": 22.5, "longitude": 114.1}),
    message(contact={"phone_number": "+8613800138000", "first_name": "李", "user_id": 8}),
    message(
        sticker={
            "file_id": "s",
            "file_unique_id": "s",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
    ),
    message(text="2.30", reply_to_message=CARD, quote={"text": "Offer 3", "position": 0}),
    message(text="look", forward_origin=FORWARDED),
    message(
        successful_payment=PAYMENT | {"telegram_payment_charge_id": "t", "provider_payment_charge_id": "p"}
    ),
    message(giveaway={"chats": [CHAT], "winners_selection_date": 1_790_000_000, "winner_count": 2}),
    message(text="new", brand_new_field={"of": ["a", "later", "version"]}),
]
PRESS = {"id": "99", "from": ANN, "chat_instance": "5", "data": "accept:3"}
MEMBER = {"chat": CHAT, "from": ANN, "date": 1_790_000_000}
BLOCKED = {"user": YIJIA, "status": "kicked", "until_date": 0}

UPDATES: list[dict[str, object]] = [
    *({"update_id": number, "message": content} for number, content in enumerate(MESSAGES)),
    {"update_id": 20, "edited_message": message(text="501 pcs", edit_date=1_790_000_009)},
    {"update_id": 21, "callback_query": PRESS | {"message": CARD}},
    {"update_id": 22, "callback_query": PRESS | {"message": GONE}},
    {
        "update_id": 23,
        "my_chat_member": MEMBER
        | {"old_chat_member": {"user": YIJIA, "status": "member"}, "new_chat_member": BLOCKED},
    },
    {"update_id": 24, "pre_checkout_query": PAYMENT | {"id": "1", "from": ANN}},
    {
        "update_id": 25,
        "shipping_query": {"id": "1", "from": ANN, "invoice_payload": "order:9", "shipping_address": ADDRESS},
    },
    {"update_id": 26, "kind_of_a_later_version": {"anything": 1}},
]
