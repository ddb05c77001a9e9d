"""Text as a bot sends it: parsed, cleaned, measured and with its entities in order."""

from dataclasses import dataclass

from playground.call import Call
from playground.entities import html, utf16
from playground.entities.clean import clean, is_blank, trim
from playground.entities.detect import detect
from playground.wire import Json, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
_SOLID = frozenset({"code", "pre"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text with its entities, offsets in UTF-16 units."""

    text: str
    entities: list[Json]


@dataclass(frozen=True, slots=True)
class Markup:
    """How a text is marked: by a parse mode or by entities."""

    mode: str
    entities: list[Json] | None


def formatted(call: Call, source: str, markup: Markup) -> Formatted:
    """The text as people see it; BotApiError for markup that Telegram refuses."""
    marked, entities = _marked(clean(source), markup)
    text, entities = trim(marked, entities)
    entities = _in_order(text, [*_people(call, entities), *detect(text, entities)])
    if len(entities) > ENTITY_LIMIT:
        call.warnings.append(f"only {ENTITY_LIMIT} of {len(entities)} entities are kept")
    return Formatted(text, entities[:ENTITY_LIMIT])


def message_text(call: Call) -> Formatted:
    """The `text` of a call: 1-4096 units."""
    found = formatted(call, call.text("text"), Markup(call.text("parse_mode"), call.get("entities")))
    if is_blank(found.text):
        raise bad_request("message text is empty")
    if utf16.length(found.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return found


def caption(call: Call, source: Json) -> Formatted:
    """The `caption` of a call or of an InputMedia: 0-1024 units."""
    markup = Markup(source.get("parse_mode") or "", source.get("caption_entities"))
    found = formatted(call, source.get("caption") or "", markup)
    if utf16.length(found.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return found


def _marked(source: str, markup: Markup) -> tuple[str, list[Json]]:
    mode = markup.mode.lower()
    if mode and markup.entities:
        raise bad_request("parse_mode and entities are given together; Telegram would ignore the entities")
    if mode == "html":
        return html.parse(source)
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"parse_mode {markup.mode} is not emulated by the playground; use HTML")
    if mode:
        raise bad_request("unsupported parse_mode")
    return source, _given(source, markup.entities or [])


def _given(source: str, entities: list[Json]) -> list[Json]:
    size = utf16.length(source)
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad_request("can't parse MessageEntity: expected an object with a type")
        if not 0 <= entity.get("offset", -1) < entity["offset"] + entity.get("length", 0) <= size:
            raise bad_request("can't parse MessageEntity: it lies outside of the text")
    return [dict(entity) for entity in entities]


def _people(call: Call, entities: list[Json]) -> list[Json]:
    return [shown for entity in entities if (shown := _person(call, entity))]


def _person(call: Call, entity: Json) -> Json | None:
    if entity["type"] != "text_mention" or "user_id" not in entity:
        return entity
    person = call.world.people.get(entity.pop("user_id"))
    return {**entity, "user": person.user()} if person else None


def _in_order(text: str, entities: list[Json]) -> list[Json]:
    size = utf16.length(text)
    kept: list[Json] = []
    entities = [one for number, one in enumerate(entities) if one not in entities[:number]]
    for entity in sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])):
        entity["length"] = min(entity["length"], size - entity["offset"])
        if entity["length"] > 0 and not any(_swallows(outer, entity) for outer in kept):
            kept.append(entity)
    return kept


def _swallows(outer: Json, inner: Json) -> bool:
    if inner["offset"] >= outer["offset"] + outer["length"]:
        return False
    return outer["type"] in _SOLID or (outer["type"] in _QUOTES and inner["type"] in _QUOTES)
