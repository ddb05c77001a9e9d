"""Finding goods."""

from tests.conversations.market import Market


async def test_a_plain_message_is_a_search(market: Market) -> None:
    await market.ann.types("bottle")

    shown = await market.ann.sees("bottle", "2 products")
    assert "1. Stainless steel water bottle 500 ml" in shown.text
    assert "CN¥15.00 / piece, down to CN¥12.00 · MOQ 100 pieces" in shown.text
    assert "2. 儿童吸管水壶" in shown.text
    assert shown.buttons == ("1", "2", "Filters", "Sort", "◀ Back")


async def test_a_chinese_reader_searches_in_chinese(market: Market) -> None:
    await market.li.types("保温杯")

    await market.li.sees("共 1 款", "1. 不锈钢保温杯500毫升", "¥15.00/件", "浙江宁波")


async def test_an_english_query_finds_a_title_that_is_only_chinese(market: Market) -> None:
    await market.ann.types("kids water bottle")

    await market.ann.sees("儿童吸管水壶")


async def test_the_search_command_alone_asks_for_words(market: Market) -> None:
    await market.ann.types("/search")
    await market.ann.sees("What are you looking for?")

    await market.ann.types("/search mug")

    await market.ann.sees("1 product", "Ceramic coffee mug")


async def test_pages_turn_in_place(market: Market) -> None:
    await market.ann.types("/search")
    await market.ann.sees("What are you looking for?")
    await market.ann.presses("Show everything")
    first = await market.ann.sees("7 products", "Page 1 of 2")

    await market.ann.presses("▶")

    second = await market.ann.sees("7 products", "Page 2 of 2")
    assert second.id == first.id
    assert second.buttons[:3] == ("1", "2", "◀")


async def test_results_are_narrowed_by_buttons(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")

    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("Price")
    await market.ann.sees("Which unit price")
    await market.ann.presses("CN¥20.00 – CN¥50.00")
    await market.ann.sees("2 products", "price CN¥20.00 – CN¥50.00")
    await market.ann.presses("Filters")
    await market.ann.sees("2 products pass")
    await market.ann.presses("Origin")
    await market.ann.sees("Where should the goods come from?")
    await market.ann.presses("Fujian (2)")

    await market.ann.sees("2 products", "📍 Fujian")


async def test_results_are_narrowed_by_typing(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("Price")
    await market.ann.sees("Which unit price")

    await market.ann.types("1.000-5")
    await market.ann.sees("two ways", "Which unit price")
    await market.ann.types("max 25")

    await market.ann.sees("1 product", "up to CN¥25.00", "Canvas sneakers")


async def test_words_typed_into_a_filter_are_a_new_search(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")

    await market.ann.types("plush bear")

    await market.ann.sees("1 product", "Plush bear 30 cm")


async def test_filters_that_nothing_passes_are_cleared_at_a_press(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")
    await market.ann.presses("Filters")
    await market.ann.sees("No filter is set")
    await market.ann.presses("MOQ")
    await market.ann.sees("How many do you want to order?")
    await market.ann.presses("≤ 10")
    await market.ann.sees("nothing passes your filters", "Without them there are 2 products")

    await market.ann.presses("Clear")

    await market.ann.sees("2 products", "Kids running shoes")


async def test_the_cheapest_stand_first_when_asked(market: Market) -> None:
    await market.ann.types("shoes")
    await market.ann.sees("2 products")

    await market.ann.presses("Sort")
    await market.ann.sees("In which order?")
    await market.ann.presses("Price")

    await market.ann.sees("cheapest first", "1. Canvas sneakers")


async def test_a_mistyped_word_is_offered_as_the_nearest(market: Market) -> None:
    await market.ann.types("plsh bear")
    await market.ann.sees("plsh")

    await market.ann.presses("plush bear")

    await market.ann.sees("1 product", "Plush bear 30 cm")


async def test_results_of_an_earlier_search_still_work(market: Market) -> None:
    await market.ann.types("shoes")
    earlier = await market.ann.sees("2 products")
    await market.ann.types("mug")
    await market.ann.sees("Ceramic coffee mug")

    await market.ann.presses("Sort", on=earlier.id)
    await market.ann.sees("In which order?")
    await market.ann.presses("Price", on=earlier.id)

    shown = await market.ann.sees("cheapest first", "Canvas sneakers")
    assert shown.id == earlier.id


async def test_results_that_nobody_remembers_ask_for_the_words_again(market: Market) -> None:
    await market.ann.types("shoes")
    forgotten = await market.ann.sees("2 products")
    for words in ("mug", "bear", "train", "straw", "running"):
        await market.ann.types(words)
        await market.ann.sees("1 product", words)

    toast = await market.ann.presses("Sort", on=forgotten.id)

    assert "too old" in toast
    await market.ann.sees("What are you looking for?")
