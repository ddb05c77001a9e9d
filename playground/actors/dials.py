"""The dials: faults, limits, the clock, held updates; health and starting anew."""

from dataclasses import asdict, fields

from playground.actors.ask import Ask, Refused
from playground.faults import Fault
from playground.limits import Dials
from playground.wire import Json


def faults(ask: Ask) -> Json:
    """The rules in force and how often each has struck."""
    dialled = ask.world.faults
    return {"seed": dialled.seed, "rules": [asdict(rule) for rule in dialled.rules]}


def dial_faults(ask: Ask) -> Json:
    """Replace all rules; an empty list ends all faults."""
    try:
        rules = [Fault(**rule) for rule in ask.get("rules", [])]
    except (TypeError, ValueError) as error:
        raise Refused(400, f"not a fault: {error}") from None
    ask.world.faults.dial(rules, ask.number("seed"))
    return faults(ask)


def limits(ask: Ask) -> Json:
    """The dials of limits and lives."""
    return {**asdict(ask.world.limits.dials), "log_size": ask.world.log.size}


def dial_limits(ask: Ask) -> Json:
    """Set the named dials; the others keep their values, a rate of null is off."""
    known = {field.name for field in fields(Dials)} | {"log_size"}
    if unknown := set(ask.values) - known:
        raise Refused(400, f"unknown dials: {', '.join(sorted(unknown))}; known: {', '.join(sorted(known))}")
    for name, value in ask.values.items():
        if name == "log_size":
            ask.world.log.resize(ask.number("log_size"))
        else:
            setattr(ask.world.limits.dials, name, value)
    return limits(ask)


def clock(ask: Ask) -> Json:
    """Move the playground's clock by seconds against the machine's."""
    if "offset_seconds" in ask.values:
        ask.world.clock.offset = ask.seconds("offset_seconds")
    return {"offset_seconds": ask.world.clock.offset, "now": ask.world.clock.now()}


def hold_updates(ask: Ask) -> Json:
    """Keep a bot's new updates back (`hold`: true), or see how many are kept."""
    box = ask.bot().box
    if ask.get("hold"):
        box.hold()
    return {"held": [news.kind for news in box.held or []], "pending": len(box.pending)}


def release_updates(ask: Ask) -> Json:
    """Let held updates go, in the given `order` of their indexes."""
    box = ask.bot().box
    order = ask.get("order")
    if order is not None and not set(order) <= set(range(len(box.held or []))):
        raise Refused(400, "order names updates that are not held")
    return {"released": box.release(order)}


def health(ask: Ask) -> Json:
    """That the playground serves, and whom."""
    bots = [{"id": bot.id, "name": bot.name, "username": bot.username} for bot in ask.world.bots.values()]
    return {"ok": True, "bots": bots, "people": len(ask.world.people), "cursor": ask.world.events.last}


async def reset(ask: Ask) -> Json:
    """Forget people, groups, messages, updates and dials; bots, webhooks and cursors stay."""
    ask.world.reset()
    ask.world.events.add("reset")
    return health(ask)
