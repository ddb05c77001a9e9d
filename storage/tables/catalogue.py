"""Suppliers and their products."""

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Integer, Table, Text, UniqueConstraint

from storage.tables.metadata import Key, id_column, metadata

suppliers = Table(
    "suppliers",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("name_zh", Text, nullable=False, default=""),
    Column("qualification", Text, nullable=False),
    Column("province", Text, nullable=False, default=""),
    Column("city", Text, nullable=False, default=""),
    Column("phone", Text, nullable=False, default=""),
    CheckConstraint("qualification IN ('verified_factory', 'trustpass', 'unverified')", name="qualification"),
)

products = Table(
    "products",
    metadata,
    id_column(),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False, index=True),
    Column("sku", Text, nullable=False),
    Column("title_en", Text, nullable=False, default=""),
    Column("title_zh", Text, nullable=False, default=""),
    Column("category", Text, nullable=False, default=""),
    Column("unit", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("moq", Integer, nullable=False),
    Column("tiers", JSON, nullable=False),
    Column("lead_time_days", Integer),
    Column("weight_kg", Text, nullable=False, default=""),
    Column("size_cm", JSON, nullable=False, default=list),
    Column("specs", JSON, nullable=False, default=list),
    Column("customization", Text, nullable=False, default=""),
    Column("sample_price", Text, nullable=False, default=""),
    Column("sample_freight", Text, nullable=False, default=""),
    Column("image", Text, nullable=False, default=""),
    Column("description_en", Text, nullable=False, default=""),
    Column("description_zh", Text, nullable=False, default=""),
    UniqueConstraint("supplier_id", "sku"),
    CheckConstraint("moq > 0 AND moq <= 10000000", name="moq"),
    CheckConstraint("title_en <> '' OR title_zh <> ''", name="title"),
)
"""`tiers` is [[at least, points], ...]; `specs` is [[name, [value, ...]], ...]; `image` a URL or file key."""
