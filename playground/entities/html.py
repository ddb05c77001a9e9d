"""A strict parser of the Bot API's HTML; it refuses what Telegram refuses, in Telegram's words."""

import re
from dataclasses import dataclass, field

from playground.entities import tags, utf16
from playground.wire import BotApiError, Json, bad_request

_SPECIAL = re.compile("[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG_NAME = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"""[^\s=>/"']*""")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


@dataclass(slots=True)
class _Parser:
    source: str
    position: int = 0
    plain: list[str] = field(default_factory=list)
    units: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def refuse(self, what: str, position: int) -> BotApiError:
        offset = len(self.source[:position].encode())
        return bad_request(f"can't parse entities: {what.format(at=f'at byte offset {offset}')}")

    def run(self) -> None:
        while found := _SPECIAL.search(self.source, self.position):
            self.say(self.source[self.position : found.start()])
            self.position = found.start()
            if found.group() == "&":
                self.reference()
            elif self.source.startswith("/", self.position + 1):
                self.end_tag()
            else:
                self.start_tag()
        self.say(self.source[self.position :])
        if self.open:
            tag = self.open[-1].tag
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\""
            )

    def say(self, text: str) -> None:
        if text:
            self.plain.append(text)
            self.units += utf16.length(text)

    def reference(self) -> None:
        found = _REFERENCE.match(self.source, self.position)
        character = _character(found) if found else None
        self.say(character or "&")
        self.position = found.end() if found and character else self.position + 1

    def start_tag(self) -> None:
        begin = self.position
        name = _TAG_NAME.match(self.source, begin + 1)
        if name is None or name.end() == len(self.source):
            raise self.refuse("Unclosed start tag {at}", begin)
        tag = name.group().lower()
        if tag not in tags.TAGS:
            shown = tag.replace("{", "{{").replace("}", "}}")
            raise self.refuse(f'Unsupported start tag "{shown}" {{at}}', begin)
        self.position = name.end()
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise self.refuse('Tag "span" must have class "tg-spoiler" {at}', begin)
        self.open.append(_Open(tag, argument, self.units, len(self.plain)))

    def attributes(self, tag: str, begin: int) -> str:
        chosen = ""
        while True:
            self.skip(_SPACE)
            if self.source.startswith(">", self.position):
                self.position += 1
                return chosen
            name = self.skip(_ATTRIBUTE)
            if not name:
                raise self.refuse(f'Empty attribute name in the tag "{tag}" {{at}}', begin)
            value = self.attribute_value(begin)
            meaning = tags.argument(tag, name, value)
            chosen = chosen if meaning is None else meaning

    def attribute_value(self, begin: int) -> str:
        self.skip(_SPACE)
        value = ""
        if self.source.startswith("=", self.position):
            self.position += 1
            self.skip(_SPACE)
            quote = self.source[self.position : self.position + 1]
            value = self.quoted(quote) if quote in ("'", '"') else self.token()
        if self.position >= len(self.source):
            raise self.refuse("Unclosed start tag {at}", begin)
        return value

    def quoted(self, quote: str) -> str:
        end = self.source.find(quote, self.position + 1)
        stop = len(self.source) if end < 0 else end
        value = self.source[self.position + 1 : stop]
        self.position = stop + 1
        return _REFERENCE.sub(lambda found: _character(found) or found.group(), value)

    def token(self) -> str:
        begin = self.position
        value = self.skip(_TOKEN).lower()
        following = self.source[self.position : self.position + 1]
        if following and following != ">" and not following.isspace():
            raise self.refuse("Unexpected end of name token {at}", begin)
        return value

    def skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.position)
        text = found.group() if found else ""
        self.position += len(text)
        return text

    def end_tag(self) -> None:
        begin = self.position
        if not self.open:
            raise self.refuse("Unexpected end tag {at}", begin)
        self.position += 2
        name = self.skip(_TAG_NAME).lower()
        self.skip(_SPACE)
        if not self.source.startswith(">", self.position):
            raise self.refuse("Unclosed end tag {at}", begin)
        self.position += 1
        expected = self.open[-1].tag
        if name and name != expected:
            found = name.replace("{", "{{").replace("}", "}}")
            words = f'Unmatched end tag {{at}}, expected "</{expected}>", found "</{found}>"'
            raise self.refuse(words, begin)
        self.close(self.open.pop())

    def close(self, opened: _Open) -> None:
        size = self.units - opened.offset
        inside = "".join(self.plain[opened.start :])
        entity = tags.entity(opened.tag, opened.argument, inside) if size else None
        if entity is None:
            return
        place = {"offset": opened.offset, "length": size}
        if not self.joins_pre(entity, place):
            self.entities.append({"type": entity.pop("type"), **place, **entity})

    def joins_pre(self, entity: Json, place: Json) -> bool:
        """`<pre><code class="language-x">` is one entity with a language."""
        if not self.entities or {entity["type"], self.entities[-1]["type"]} != {"pre", "code"}:
            return False
        inner = self.entities[-1]
        language = inner.get("language") or entity.get("language")
        if {"offset": inner["offset"], "length": inner["length"]} != place or not language:
            return False
        self.entities[-1] = {"type": "pre", **place, "language": language}
        return True


def _character(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code < 0xE000:
        return None
    return chr(code)


def parse(source: str) -> tuple[str, list[Json]]:
    """The plain text and its entities, offsets in UTF-16 units; BotApiError when Telegram refuses."""
    if not _SPECIAL.search(source):
        return source, []
    parser = _Parser(source)
    parser.run()
    return "".join(parser.plain), parser.entities
