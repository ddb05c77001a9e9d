"""getUpdates and the webhook's settings."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from playground.call import Call
from playground.updates import polling
from playground.updates.webhooks import Address, Webhook
from playground.wire import Json, bad_request, conflict

ACTIVE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
SECRET_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


async def get_updates(call: Call) -> bytes:
    """Confirm what was read, then hand out the next updates, waiting up to `timeout` seconds."""
    box = call.bot.box
    if call.bot.webhook is not None:
        raise conflict(ACTIVE_WEBHOOK)
    remember_allowed(call)
    polling.end_other_poll(box)
    polling.confirm(box, call.number("offset"))
    limit = min(max(call.number("limit", 100), 1), 100)
    found = polling.batch(box, limit)
    if not found and call.number("timeout") > 0:
        await polling.wait(box, call.number("timeout"))
        found = polling.batch(box, limit)
    for update in found:
        call.world.log.add({"type": "update", "via": "polling", "bot": call.bot.id, "body": update.body})
    return b"[" + b",".join([update.body for update in found]) + b"]"


def remember_allowed(call: Call) -> None:
    """Keep the list of allowed updates when the call gives one; an empty list means the default."""
    allowed = call.get("allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list):
        raise bad_request("can't parse allowed_updates: an Array of String expected")
    call.bot.box.allowed = frozenset(allowed) or None


async def set_webhook(call: Call) -> bool:
    """Deliver to the URL from now on; an empty URL removes the webhook."""
    if not call.text("url"):
        return await delete_webhook(call)
    address = _address(call)
    remember_allowed(call)
    await _stop(call)
    polling.end_other_poll(call.bot.box, "terminated by setWebhook request")
    webhook = Webhook(address, call.bot.box, call.world.clock, call.world.log)
    call.bot.webhook = webhook
    webhook.start()
    return True


async def delete_webhook(call: Call) -> bool:
    """Go back to getUpdates."""
    await _stop(call)
    if call.get("drop_pending_updates"):
        call.bot.box.clear()
    return True


def get_webhook_info(call: Call) -> Json:
    """Where updates go, how many wait and what went wrong last."""
    box, webhook = call.bot.box, call.bot.webhook
    box.purge()
    shown: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(box.pending)}
    if webhook is not None:
        shown |= {"url": webhook.address.url, **webhook.info()}
    if box.allowed is not None:
        shown["allowed_updates"] = sorted(box.allowed)
    return shown


async def _stop(call: Call) -> None:
    webhook, call.bot.webhook = call.bot.webhook, None
    if webhook is not None:
        await webhook.stop()
    if call.get("drop_pending_updates"):
        call.bot.box.clear()


def _address(call: Call) -> Address:
    url, secret = call.text("url"), call.text("secret_token")
    parts = urlsplit(url)
    if not parts.hostname or not (parts.scheme == "https" or _is_near(parts.hostname)):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256 or not SECRET_LETTERS.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = min(max(call.number("max_connections", 40), 1), 100)
    return Address(url, secret or None, connections, call.get("ip_address"))


def _is_near(host: str) -> bool:
    """Plain HTTP is for this machine and its private networks only."""
    if "." not in host and ":" not in host:
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False
