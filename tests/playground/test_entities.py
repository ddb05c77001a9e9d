"""The entity parser: strict as Telegram's, and escaped text always comes back whole."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.entities import utf16
from playground.entities.detect import detect
from playground.entities.html import parse
from playground.entities.render import render
from playground.wire import BotApiError, Json

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TAGS = st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"])


@given(WORDS)
def test_escaped_text_comes_back_whole(text: str) -> None:
    plain, entities = parse(escape(text, quote=True).replace("&#x27;", "&#39;"))

    assert plain == text
    assert entities == []


@given(WORDS, WORDS.filter(bool), TAGS)
def test_a_tag_covers_exactly_its_words(before: str, inside: str, tag: str) -> None:
    plain, entities = parse(f"{escape(before)}<{tag}>{escape(inside)}</{tag}>")

    assert plain == before + inside
    assert [(one["offset"], one["length"]) for one in entities] == [
        (utf16.length(before), utf16.length(inside))
    ]


def _read(source: str) -> tuple[str, list[Json]] | str:
    try:
        return parse(source)
    except BotApiError as refusal:
        return refusal.description


@given(WORDS | st.text("<>&\"'/=ab \n"))
def test_the_parser_refuses_or_reads_but_never_breaks(source: str) -> None:
    outcome = _read(source)

    if isinstance(outcome, str):
        assert outcome.startswith("Bad Request: can't parse entities: ")
    else:
        plain, entities = outcome
        assert all(one["offset"] + one["length"] <= utf16.length(plain) for one in entities)


@given(WORDS)
def test_what_the_page_shows_holds_no_foreign_markup(text: str) -> None:
    marks = [{"type": "bold", "offset": 0, "length": utf16.length(text)}, *detect(text, [])]

    shown = render(text, marks)

    assert "<script" not in shown
    assert shown.count("<b>") == shown.count("</b>")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('a <a href="x', "Unclosed start tag at byte offset 2"),
        ("a <", "Unclosed start tag at byte offset 2"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x'>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("abdo <", "Unclosed start tag at byte offset 5"),
        ("<{at}>", 'Unsupported start tag "{at}" at byte offset 0'),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(BotApiError) as refused:
        parse(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_links_code_and_quotes_keep_their_arguments() -> None:
    source = (
        '<a href="http://a.com/?x=1&amp;y=2">link</a> <pre><code class="language-py">x</code></pre>'
        "<blockquote expandable>q</blockquote><a href='tg://user?id=7'>u</a>"
    )

    _, entities = parse(source)

    assert [one["type"] for one in entities] == ["text_link", "pre", "expandable_blockquote", "text_mention"]
    assert entities[0]["url"] == "http://a.com/?x=1&y=2"
    assert entities[1]["language"] == "py"
    assert entities[3]["user_id"] == 7


def test_telegram_finds_commands_links_and_names_by_itself() -> None:
    text = "😀 /start@yijia_bot see https://a.com/x, mail me@a.com or @seller #lamp $USD not 12.5/kg"

    found = [
        (one["type"], utf16.cut(text, utf16.starts(text), one["offset"], one["length"]))
        for one in detect(text, [])
    ]

    assert found == [
        ("bot_command", "/start@yijia_bot"),
        ("url", "https://a.com/x"),
        ("email", "me@a.com"),
        ("mention", "@seller"),
        ("hashtag", "#lamp"),
        ("cashtag", "$USD"),
    ]
