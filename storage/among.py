"""A column among the values of one parameter, so that one statement serves however many there are."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnClause
from sqlalchemy.sql.expression import FunctionElement
from sqlalchemy.types import NullType, TypeEngine


class Several(TypeDecorator[Iterable[Any]]):
    """Values as one parameter: an array on PostgreSQL, JSON on SQLite."""

    impl = Text
    cache_ok = True

    def __init__(self, item: TypeEngine[Any]) -> None:
        super().__init__()
        self.item = item

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The database's own type."""
        return Text() if dialect.name == "sqlite" else ARRAY(self.item)

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Dialect) -> Any:
        """The values as the driver takes them."""
        values = list(value or ())
        return json.dumps(values) if dialect.name == "sqlite" else values


class _Among(FunctionElement[Any]):
    # Of a boolean, SQLAlchemy would write "... = 1" on SQLite, which then reads the whole table.
    type = NullType()
    inherit_cache = True


def among(column: ColumnClause[Any], name: str) -> FunctionElement[Any]:
    """Whether the column is one of the values of the parameter `name`."""
    return _Among(column, bindparam(name, type_=Several(column.type)))


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: SQLCompiler, **words: Any) -> str:
    column, values = (compiler.process(clause, **words) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - compiled clauses


@compiles(_Among, "postgresql")
def _on_postgresql(element: _Among, compiler: SQLCompiler, **words: Any) -> str:
    # An array from a subquery has the same cost however long it is, so that PostgreSQL keeps one plan;
    # for an array as it comes it plans again each time, which takes longer than to read five products.
    column, values = (compiler.process(clause, **words) for clause in element.clauses)
    return f"{column} = ANY (ARRAY(SELECT unnest({values})))"
