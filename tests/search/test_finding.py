"""What a buyer finds with his words."""

from tests.search.shelf import Shelf, product


async def found(shelf: Shelf, *texts: str) -> set[tuple[int, ...]]:
    """The different answers to the texts, each in the order of ids."""
    return {tuple(sorted((await shelf.find(text)).product_ids)) for text in texts}


async def test_a_buyer_finds_a_title_by_all_its_words_in_any_order(shelf: Shelf) -> None:
    await shelf.put(product(1, "Stainless steel water bottle 500ml"), product(2, "Glass water bottle"))

    page = await shelf.find("bottles of stainless steel")

    assert page.product_ids == (1,)
    assert page.count == 1
    assert page.words == ("bottles", "stainless steel")


async def test_a_buyer_finds_a_chinese_title_in_either_script(shelf: Shelf) -> None:
    await shelf.put(product(1, title_zh="跨境裸感高腰瑜伽裤女"), product(2, title_zh="不锈钢保温杯"))

    assert await found(shelf, "瑜伽裤", "瑜伽褲", "女瑜伽裤", "瑜伽裤 女") == {(1,)}


async def test_english_words_find_a_product_that_has_only_a_chinese_title(shelf: Shelf) -> None:
    await shelf.put(product(1, title_zh="跨境裸感高腰瑜伽裤女士"), product(2, title_zh="不锈钢保温杯"))

    assert await found(shelf, "yoga pants", "Yoga Pant", "women yoga pants", "yoga trousers") == {(1,)}


async def test_chinese_words_find_a_product_that_has_only_an_english_title(shelf: Shelf) -> None:
    await shelf.put(product(1, "Silicone phone case for iPhone 15"), product(2, "Steel bottle"))

    assert await found(shelf, "手机壳", "手機殼") == {(1,)}


async def test_a_word_beyond_the_trade_is_found_through_the_large_dictionary(shelf: Shelf) -> None:
    await shelf.put(
        product(1, title_zh="菊花茶礼品"), product(2, "Brass chandelier lynx"), product(3, "Cup", "杯")
    )

    assert (await shelf.find("chrysanthemum")).product_ids == (1,)
    assert (await shelf.find("猞猁")).product_ids == (2,)


async def test_a_case_in_one_word_finds_a_case_in_two(shelf: Shelf) -> None:
    await shelf.put(product(1, title_zh="手机防摔保护外壳"), product(2, title_zh="手机支架"))

    assert await found(shelf, "手机壳", "phone case") == {(1,)}


async def test_a_size_is_found_however_it_is_written(shelf: Shelf) -> None:
    await shelf.put(product(1, "Cup 500 ML"), product(2, title_zh="水杯500毫升"), product(3, "Cup 350ml"))

    assert await found(shelf, "500ml", "500 ml", "500毫升", "500 毫升") == {(1, 2)}


async def test_a_shirt_is_found_with_and_without_its_hyphen(shelf: Shelf) -> None:
    await shelf.put(product(1, "Men's cotton T-Shirt", "男士纯棉T恤"), product(2, "Wool hat", "羊毛帽"))

    assert await found(shelf, "t-shirt", "T shirts", "tshirt", "T恤", "棉 T恤") == {(1,)}


async def test_signs_that_mean_something_to_databases_find_nothing_special(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"), product(2, "Steel cup"))
    signs = ["%", "_", "'", '" OR 1=1 --', "\\", "=every", "~", "\x00", "😀", "*", "\ud800"]

    alone = [await shelf.find(sign) for sign in ("=every", "~steel", "'; DROP TABLE products; --")]

    assert await found(shelf, *(f"bottle {sign}" for sign in signs)) == {(1,)}
    assert [page.count for page in alone] == [0, 2, 0]


async def test_no_words_list_everything(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"), product(2, title_zh="瑜伽裤"))

    assert await found(shelf, "", "  ") == {(1, 2)}


async def test_signs_without_words_find_nothing(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"))

    assert await found(shelf, "?!", "%", "😀") == {()}


async def test_a_very_long_message_is_answered(shelf: Shelf) -> None:
    await shelf.put(product(1, "Steel bottle"))

    assert await found(shelf, "bottle " * 5_000 + "水" * 5_000) == {(1,)}


async def test_an_empty_catalogue_answers_nothing_found(shelf: Shelf) -> None:
    page = await shelf.find("bottle")

    assert (page.count, page.page, page.pages, page.product_ids) == (0, 1, 0, ())
