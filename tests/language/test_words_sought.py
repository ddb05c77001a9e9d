"""What a trader's message asks for."""

from language.dictionary import Dictionary, trade_dictionary
from language.words_cut import Cut, cut
from language.words_gloss import chinese_glosses, english_glosses
from language.words_sought import MOST_UNITS, terms_in, understand


def asked(text: str) -> list[str]:
    return [unit.text for unit in understand(text)]


def test_a_phrase_of_the_trade_is_one_thing() -> None:
    assert asked("red phone case") == ["red", "phone case"]


def test_small_words_ask_nothing_unless_they_are_all_there_is() -> None:
    assert asked("shoes for the kids") == ["shoes", "kids"]
    assert asked("the") == ["the"]


def test_a_chinese_run_is_cut_into_words_of_the_trade() -> None:
    assert asked("不锈钢保温杯女") == ["不锈钢", "保温杯", "女"]


def test_a_long_message_is_read_to_a_limit() -> None:
    assert len(asked("bottle cup lamp " * 1_000)) == MOST_UNITS


def test_each_language_is_sought_in_the_other() -> None:
    (case,) = understand("手机壳")
    (bottle,) = understand("bottle")

    assert {"phone", "case"} <= set(terms_in(case.translated))
    assert "瓶" in set(terms_in(bottle.translated))
    assert bottle.own == "bottle"


def test_unknown_characters_stay_together() -> None:
    words = {"花束", "花"}

    assert cut("曼陀罗花束", words, 2) == [Cut("曼陀罗", is_known=False), Cut("花束", is_known=True)]


def test_a_word_that_is_only_read_is_never_sought() -> None:
    dictionary = Dictionary(["bag\t包包|<包"])

    assert dictionary.chinese[("bag",)] == ("包包",)
    assert dictionary.english["包"] == (("bag",),)


def test_the_trade_dictionary_is_sound() -> None:
    dictionary = trade_dictionary()

    assert len(dictionary.chinese) > 1_500
    assert all(phrase and all(phrase) for phrase in dictionary.chinese)
    assert all(word and not word.startswith("<") for word in dictionary.english)
    assert dictionary.written.keys() == dictionary.chinese.keys()


def test_the_large_dictionary_glosses_in_both_directions() -> None:
    assert english_glosses({"烛台"})["烛台"] >= {"candlestick"}
    assert "菊花" in chinese_glosses({"chrysanthemum"})["chrysanthemum"]
    assert english_glosses({"不存在的词"}) == {}
