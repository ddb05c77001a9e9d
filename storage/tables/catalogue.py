"""Suppliers and their products."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.metadata import Key, Millis, id_column, metadata

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
    Column("answers_in", Integer),
    Column("stars", Integer, nullable=False, server_default="0"),
    Column("reviews", Integer, nullable=False, server_default="0"),
    Column("promised", Integer, nullable=False, server_default="0"),
    Column("on_time", Integer, nullable=False, server_default="0"),
    Column("claimed", Integer, nullable=False, server_default="0"),
    Column("samples", JSON(none_as_null=True)),
    CheckConstraint("qualification IN ('verified_factory', 'trustpass', 'unverified')", name="qualification"),
)

"""What follows the phone is measured: `answers_in` is the usual time until an answer, in seconds of working
hours; `stars` is the sum over the `reviews`, `on_time` how many of the `promised` orders left in time,
`claimed` for how many of them compensation is claimed. `samples` is a policy as storage.sample_policy
writes it."""

supplier_terms = Table(
    "supplier_terms",
    metadata,
    Column("supplier_id", Key, ForeignKey("suppliers.id"), primary_key=True, autoincrement=False),
    Column("terms", JSON, nullable=False),
    Column("set_by", BigInteger, nullable=False),
    Column("set_at", Millis, nullable=False),
)
"""The terms a supplier keeps for every deal, who of its people set them last, and when."""

logos = Table(
    "logos",
    metadata,
    Column("name", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sent_by", BigInteger, nullable=False),
    Column("sent_at", Millis, nullable=False),
)
"""Logos in Telegram's keeping, photos or documents; terms name them by `name`, the lasting id of the file."""

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
    Column("paused_at", Millis),
    Column("samples", JSON(none_as_null=True)),
    UniqueConstraint("supplier_id", "sku"),
    CheckConstraint("moq > 0 AND moq <= 10000000", name="moq"),
    CheckConstraint("title_en <> '' OR title_zh <> ''", name="title"),
)
"""`tiers` is [[at least, points], ...]; `specs` is [[name, [value, ...]], ...]; `image` a URL, a file
key, or "telegram:" and a file's id; `paused_at` is since when it is not sold. `samples` is a policy without
the amounts, which have columns of their own."""
