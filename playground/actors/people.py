"""People of the playground: who they are, and that they block, leave and come back."""

from dataclasses import asdict

from playground.actors.ask import Ask, Refused
from playground.bots import Bot
from playground.memberships import tell_bot
from playground.people import Person
from playground.wire import Json

NAMES = ("first_name", "last_name", "username", "language_code", "label")


def view(person: Person) -> Json:
    """A person with all that is known of them."""
    return {**asdict(person), "blocked": sorted(person.blocked), "started": sorted(person.started)}


def add(ask: Ask) -> Json:
    """Let a person exist; a private chat with each bot exists too."""
    if not ask.get("first_name"):
        raise Refused(400, "first_name is needed")
    number = ask.number("id", ask.world.fresh_id())
    if number in ask.world.people:
        raise Refused(409, f"the id {number} is taken")
    person = Person(number, **{name: ask.get(name) for name in NAMES})
    ask.world.people[number] = person
    for bot in ask.world.bots.values():
        ask.world.private_chat(bot, person)
    ask.world.events.add("person", person=view(person))
    return view(person)


def everyone(ask: Ask) -> Json:
    """All people in the order in which they came, the bot they write to, the cursor of events."""
    people = [view(person) for person in ask.world.people.values()]
    return {"people": people, "bot": ask.bot().user(), "cursor": ask.world.events.last}


def change(ask: Ask) -> Json:
    """Rename, change the language, deactivate, block or unblock (`bot` for one bot only)."""
    person = ask.person(int(ask.path["person_id"]))
    for name in NAMES:
        if name in ask.values:
            setattr(person, name, ask.get(name))
    if "deactivated" in ask.values:
        person.deactivated = bool(ask.get("deactivated"))
    if "blocked" in ask.values:
        bots = [ask.bot()] if "bot" in ask.values else list(ask.world.bots.values())
        for bot in bots:
            _block(ask, person, bot)
    ask.world.events.add("person", person=view(person))
    return view(person)


def _block(ask: Ask, person: Person, bot: Bot) -> None:
    wants = bool(ask.get("blocked"))
    if wants == (bot.id in person.blocked):
        return
    (person.blocked.add if wants else person.blocked.discard)(bot.id)
    change = (person, "member", "kicked") if wants else (person, "kicked", "member")
    tell_bot(ask.world, bot, ask.world.private_chat(bot, person), change)
