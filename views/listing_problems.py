"""What is wrong with a cell that a seller wrote, and what to do instead."""

from collections.abc import Callable, Mapping
from typing import Final

from services.importing.problems import Kind, Problem
from views.markup import Html
from views.reader import Reader

Said = Mapping[str, str]

_SENTENCES: Final[Mapping[Kind, Callable[[Reader, Said], Html]]] = {
    Kind.MISSING: lambda reader, said: reader.say("This is needed. Please fill it in."),
    Kind.NO_TITLE: lambda reader, said: reader.say("A title is needed, in Chinese or English."),
    Kind.TOO_LONG: lambda reader, said: reader.say("At most {limit} characters, please.", **said),
    Kind.NOT_WHOLE: lambda reader, said: reader.say(
        "Please give a whole number ({limit}) without separators, such as 1000. It says “{value}”.", **said
    ),
    Kind.NOT_A_NUMBER: lambda reader, said: reader.say(
        "Please give a plain number, such as 12.50. It says “{value}”.", **said
    ),
    Kind.OUT_OF_BOUNDS: lambda reader, said: reader.say(
        "That should lie within {limit}. It says “{value}”.", **said
    ),
    Kind.UNKNOWN_WORD: lambda reader, said: reader.say(
        "I do not know “{value}” here. Please use one of: {limit}", **said
    ),
    Kind.NOT_TIERS: lambda reader, said: reader.say(
        "I cannot read these prices: “{value}”. Please write quantity:price, such as {limit}", **said
    ),
    Kind.TIERS_NOT_RISING: lambda reader, said: reader.say(
        "Please begin with the smallest quantity, such as {limit}. It says “{value}”.", **said
    ),
    Kind.PRICE_OUT_OF_BOUNDS: lambda reader, said: reader.say(
        "A price must be above zero, at most {limit}, with at most 4 decimals. It says “{value}”.", **said
    ),
    Kind.NOT_SPECS: lambda reader, said: reader.say(
        "I cannot read these specs: “{value}”. Please write colour=red|blue;size=S|M, each name once.", **said
    ),
    Kind.NOT_AN_ADDRESS: lambda reader, said: reader.say(
        "That is no address of a picture: “{value}”. It begins with https://", **said
    ),
    Kind.NO_PICTURE_BESIDE: lambda reader, said: reader.say(
        "“{value}” is a file, and no pictures come along here."
        " Leave it empty, and add the photo in the chat.",
        **said,
    ),
    Kind.TOO_MANY_CELLS: lambda reader, said: reader.say(
        "The row has more cells than the header. Put quotation marks around texts with separators."
    ),
    Kind.REPEATED_PRODUCT: lambda reader, said: reader.say(
        "Product “{value}” stands in row {limit} already. Keep one row, or give each its own sku.", **said
    ),
    Kind.ANOTHER_SUPPLIER: lambda reader, said: reader.say(
        "“{value}” is another supplier. Here you can list products of {limit} only.", **said
    ),
    Kind.DEARER_IN_BULK: lambda reader, said: reader.say(
        "More units cost more each: {value}. Is that meant?", **said
    ),
}


def problem_sentence(reader: Reader, problem: Problem) -> Html:
    """What is wrong and what to do."""
    saying = _SENTENCES.get(problem.kind, _SENTENCES[Kind.NOT_A_NUMBER])
    return saying(reader, {"value": problem.value, "limit": problem.limit})


def problem_line(reader: Reader, problem: Problem) -> Html:
    """The same with row and column of the file; the header is row 1."""
    sentence = problem_sentence(reader, problem)
    if not problem.column:
        return reader.say("Row {row}: {sentence}", row=problem.row, sentence=sentence)
    return reader.say(
        "Row {row}, <code>{column}</code>: {sentence}",
        row=problem.row,
        column=problem.column,
        sentence=sentence,
    )
