"""What a buyer is offered when nothing has all his words."""

from services.searching import Filters
from tests.search.shelf import Shelf, product


async def test_a_misspelt_word_is_offered_rightly_spelt(shelf: Shelf) -> None:
    await shelf.put(product(1, "Stainless steel bottle"), product(2, "Steel cup"))

    page = await shelf.find("steel botle")

    assert page.suggestions == ("steel bottle",)
    assert page.dropped == ("botle",)
    assert set(page.product_ids) == {1, 2}


async def test_two_misspelt_words_are_offered_rightly_spelt_together(shelf: Shelf) -> None:
    await shelf.put(product(1, "Water bottle"), product(2, "Steel bottle"), product(3, "Water gun"))

    page = await shelf.find("watter botle")

    assert page.suggestions[0] == "water bottle"


async def test_a_word_only_this_catalogue_uses_is_offered_too(shelf: Shelf) -> None:
    await shelf.put(product(1, "Kaxilu bottle"))

    page = await shelf.find("kaxulu")

    assert page.suggestions == ("kaxilu",)
    assert page.count == 0


async def test_a_wrong_character_is_offered_rightly_written(shelf: Shelf) -> None:
    await shelf.put(product(1, title_zh="裸感瑜伽裤"))

    page = await shelf.find("瑜珈裤")

    assert "瑜伽裤" in [suggestion.replace(" ", "") for suggestion in page.suggestions]


async def test_a_run_that_no_title_contains_is_cut_where_titles_cut_it(shelf: Shelf) -> None:
    await shelf.put(product(1, title_zh="曼陀罗仿真花束"), product(2, title_zh="玫瑰花束"))

    page = await shelf.find("曼陀罗花束")

    assert page.product_ids == (1,)
    assert page.words == ("曼陀罗", "花束")


async def test_words_that_no_product_has_together_are_left_out_from_the_front(shelf: Shelf) -> None:
    await shelf.put(product(1, "Wireless mouse"), product(2, "Umbrella"))

    page = await shelf.find("wireless umbrella")

    assert page.product_ids == (2,)
    assert (page.words, page.dropped) == (("umbrella",), ("wireless",))


async def test_a_buyer_of_shoes_for_kids_is_shown_shoes_when_none_are_for_kids(shelf: Shelf) -> None:
    await shelf.put(product(1, "Red shoes"), product(2, "Red kids toy"))

    page = await shelf.find("red shoes for kids")

    assert (page.words, page.dropped) == (("red", "shoes"), ("kids",))
    assert page.product_ids == (1,)


async def test_the_word_that_goes_with_the_fewest_others_is_left_out(shelf: Shelf) -> None:
    await shelf.put(product(1, "Garden lamp"), product(2, "Garden bench"), product(3, "Umbrella"))

    page = await shelf.find("garden lamp bench umbrella")

    assert (page.words, page.dropped) == (("garden", "bench"), ("umbrella", "lamp"))


async def test_a_figure_is_left_out_before_the_thing_itself(shelf: Shelf) -> None:
    await shelf.put(product(1, "Coffee mug 380 ml"), product(2, "Bottle 500 ml"))

    page = await shelf.find("mug 500 ml")

    assert (page.words, page.dropped) == (("mug",), ("500ml",))


async def test_nonsense_finds_nothing_and_offers_nothing(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"))

    page = await shelf.find("qqqqzzzz")

    assert (page.count, page.product_ids, page.suggestions, page.dropped) == (0, (), (), ("qqqqzzzz",))


async def test_filters_that_leave_nothing_are_not_mistaken_for_unknown_words(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle", moq=100))

    page = await shelf.find("bottle", filters=Filters(moq_at_most=5))

    assert (page.count, page.unfiltered, page.dropped, page.suggestions) == (0, 1, (), ())
