"""The reference: tantivy over the same products and the same terms."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from domain.catalogue import Product
from language.words import pieces, terms_of
from language.words_sought import All, Formula, understand
from services.reference_rates import reference_points, yuan_points
from services.searching import PAGE_SIZE, Filters, SearchQuery, Sort

FAST = ("price", "moq")
NUMBER = tantivy.FieldType.Unsigned


class Tantivy:
    """An index in a folder; a search gives the count and the titles of one page."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        for name in ("province", "qualification"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
        for name in FAST:
            builder.add_unsigned_field(name, indexed=True, fast=True)
        builder.add_text_field("title", stored=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))

    def add(self, products: Iterable[Product]) -> None:
        """Indexes products, and makes them visible."""
        writer = self._index.writer(heap_size=256_000_000, num_threads=1)
        for product in products:
            terms = terms_of([*pieces(product.title_en), *pieces(product.title_zh)])
            document = tantivy.Document()
            document.add_text("terms", " ".join(terms))
            document.add_text("province", product.supplier.province)
            document.add_text("qualification", product.supplier.qualification.value)
            document.add_unsigned("price", reference_points(product.price_for(product.moq)))
            document.add_unsigned("moq", product.moq)
            document.add_text("title", f"{product.title_en}\t{product.title_zh}")
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def find(self, query: SearchQuery) -> int:
        """Searches, fetches the page's titles, and returns the count."""
        searcher = self._index.searcher()
        asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in self._parts(query)])
        if query.sort is Sort.RELEVANCE:
            result = searcher.search(asked, limit=PAGE_SIZE)
        else:
            field = query.sort.value
            result = searcher.search(asked, limit=PAGE_SIZE, order_by_field=field, order=tantivy.Order.Asc)
        for _key, address in result.hits:
            searcher.doc(address)
        count: Any = getattr(result, "count")  # noqa: B009 - the stubs do not know it
        return int(count)

    def _parts(self, query: SearchQuery) -> Iterable[tantivy.Query]:
        yield from (self._formula(unit.translated) for unit in understand(query.text))
        yield from self._filters(query.filters)

    def _formula(self, formula: Formula) -> tantivy.Query:
        if isinstance(formula, str):
            return tantivy.Query.term_query(self._schema, "terms", formula, "freq")
        occur = tantivy.Occur.Must if isinstance(formula, All) else tantivy.Occur.Should
        return tantivy.Query.boolean_query([(occur, self._formula(part)) for part in formula.parts])

    def _filters(self, filters: Filters) -> Iterable[tantivy.Query]:
        for name in ("province", "qualification"):
            if value := getattr(filters, name):
                yield tantivy.Query.term_query(self._schema, name, str(value), "basic")
        if filters.moq_at_most is not None:
            yield tantivy.Query.range_query(self._schema, "moq", NUMBER, None, filters.moq_at_most)
        low, high = (
            None if amount is None else yuan_points(amount, filters.currency)
            for amount in (filters.price_from, filters.price_to)
        )
        if (low, high) != (None, None):
            yield tantivy.Query.range_query(self._schema, "price", NUMBER, low, high)
