"""The search index: which products have a term, by chunks of 65,536 product ids."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from storage.tables.metadata import Key, metadata

Term = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by code point, so that terms with a common beginning stand together."""

search_chunks = Table(
    "search_chunks",
    metadata,
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
)
"""`version` is drawn at random by every change of the chunk, so that no rolled-back one ever comes again."""

search_postings = Table(
    "search_postings",
    metadata,
    Column("term", Term, primary_key=True),
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("products", LargeBinary, nullable=False),
)
"""`products` is a portable Roaring bitmap of the ids that have the term; 8 kB at most."""

search_documents = Table(
    "search_documents",
    metadata,
    Column("product_id", Key, primary_key=True, autoincrement=False),
    Column("terms", LargeBinary, nullable=False),
)
"""What was indexed of each product (zlib, one term a line): exactly this is removed when it changes."""
