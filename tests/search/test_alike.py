"""Products like another: first those with all its words, then with fewer, the thing itself to the last."""

from collections.abc import Sequence

from storage.search import SearchIndex
from tests.search.shelf import Shelf, product


async def alike(shelf: Shelf, text: str, limit: int = 10) -> Sequence[int]:
    return await shelf.database.run(lambda c: SearchIndex(c, shelf.cache).alike(text, limit))


async def test_fewer_and_fewer_words_must_be_there(shelf: Shelf) -> None:
    await shelf.put(
        product(1, "Steel water bottle 500 ml"),
        product(2, "Glass bottle"),
        product(3, "Steel water bottle"),
        product(4, "Steel wire"),
        product(5, title_zh="不锈钢水瓶"),
    )

    found = await alike(shelf, "steel water bottle 500 ml")

    assert found == [1, 3, 5]
    assert await alike(shelf, "steel water bottle 500 ml", 1) == [1]
    assert await alike(shelf, "zeppelin") == []


async def test_of_those_with_as_many_words_the_one_named_so_comes_before_a_translation(shelf: Shelf) -> None:
    await shelf.put(
        product(1, "Whistling kettle", title_zh="不锈钢水瓶"),
        product(2, "Steel water bottle"),
    )

    assert await alike(shelf, "water bottle") == [2, 1]
