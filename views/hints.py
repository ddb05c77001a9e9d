"""Kind answers to what the bot cannot use: each says what to do instead."""

from views.buttons import to_menu
from views.markup import Html
from views.reader import Reader
from views.screen import Screen, rows


def unknown_command(reader: Reader) -> Html:
    """A command that does not exist."""
    return reader.say("I don't know this command. Here is what I can do:")


def only_words(reader: Reader) -> Screen:
    """A sticker, a voice, a photo or the like, out of the blue."""
    text = reader.say(
        "To send this to the other side, reply with it to an offer's card, or press Ask there first."
        " To find goods I can read only words, such as <code>yoga mat</code>."
    )
    return _hint(reader, text)


def only_words_midway(reader: Reader) -> Screen:
    """The same in the middle of a conversation, which goes on."""
    return Screen(
        reader.say("I can read only words here. Please answer in words or by a button above; /cancel leaves.")
    )


def words_only_midway(reader: Reader) -> Screen:
    """Words where a button was expected."""
    return Screen(reader.say("Please choose one of the buttons above; /cancel leaves."))


def quotation(reader: Reader) -> Screen:
    """Something forwarded: somebody else's words."""
    text = reader.say(
        "A forwarded message is somebody else's word, so I did nothing with it. Please write it yourself."
    )
    return _hint(reader, text)


def edited(reader: Reader) -> Screen:
    """An edited message of an open conversation."""
    return Screen(
        reader.say("✏️ Edited messages change nothing here. If you meant it, please send it as a new message.")
    )


def cancelled(reader: Reader) -> Html:
    """A conversation was left."""
    return reader.say("Cancelled, nothing was sent.")


def nothing_to_cancel(reader: Reader) -> Html:
    """There was no conversation to leave."""
    return reader.say("Nothing is under way.")


def old_button(reader: Reader) -> str:
    """A toast for a button that no longer leads anywhere."""
    return reader.word("This button is out of date. Here is the menu.")


def private_only(reader: Reader) -> Screen:
    """The one thing said in groups."""
    return Screen(reader.say("I negotiate in private only: please write to me directly."))


def _hint(reader: Reader, text: Html) -> Screen:
    return Screen(text, rows([to_menu(reader)]))
