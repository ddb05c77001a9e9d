"""The search index: Roaring bitmaps kept in the database, one for each term and 65,536 product ids.

`SearchIndex` answers searches; `index_products`, `index_products_read` for very many, and `remove_products`
keep the index in step with the products' rows within the same transaction.
"""

from storage.search.index import SearchIndex
from storage.search.writing import index_products, index_products_read, remove_products

__all__ = ["SearchIndex", "index_products", "index_products_read", "remove_products"]
