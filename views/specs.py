"""A word of a listing as its reader says it."""

from domain.listing_words import listing_word
from domain.people import Language
from language.script import to_traditional
from views.reader import Reader


def spec_word(reader: Reader, word: str) -> str:
    """A spec's name or value, or a category; what is in no table stays as the seller wrote it."""
    said = listing_word(word, reader.language)
    return to_traditional(said) if said != word and reader.language is Language.TRADITIONAL else said
