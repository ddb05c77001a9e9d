"""What buyers say to have paid and what sellers answered, in the database."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from sqlalchemy import Row, bindparam, exists, insert, select

from domain.money import Money
from domain.terms import PaymentMethod
from services.payment_books import Answer, Statement
from services.photos import photos_from, photos_record
from storage.connection import Connection
from storage.copies import want
from storage.inserting import insert_if_new
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.money import payment_statements, statement_answers

ADD: Final = Plain(insert(payment_statements).returning(payment_statements.c.id))
BY_ID: Final = Plain(select(payment_statements).where(payment_statements.c.id == bindparam("number")))
OPEN_OF: Final = Plain(
    select(payment_statements)
    .where(
        payment_statements.c.order_id == bindparam("of_order"),
        ~exists().where(statement_answers.c.statement_id == payment_statements.c.id),
    )
    .order_by(payment_statements.c.id)
)
ANSWER_TO: Final = Plain(
    select(statement_answers).where(statement_answers.c.statement_id == bindparam("number"))
)


class StoredStatements:
    """Fulfils services.payment_books.Statements."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, statement: Statement) -> Statement:
        """Keeps a statement, whose slips are to be copied to our own store; returns it with its id."""
        number: int = (await self._connection.execute(ADD, _row(statement))).scalar_one()
        for slip in statement.slips:
            await want(self._connection, slip.file)
        return replace(statement, id=number)

    async def get(self, statement_id: int) -> Statement | None:
        """The statement."""
        row = (await self._connection.execute(BY_ID, {"number": statement_id})).one_or_none()
        return _statement(row) if row else None

    async def answer(self, answer: Answer) -> bool:
        """Keeps the answer to a statement; returns False when it was answered before."""
        values = {**asdict(answer), "at": to_millis(answer.at)}
        new = insert_if_new(self._connection, statement_answers).returning(statement_answers.c.statement_id)
        return (await self._connection.execute(new, values)).one_or_none() is not None

    async def answer_to(self, statement_id: int) -> Answer | None:
        """The answer to a statement."""
        row = (await self._connection.execute(ANSWER_TO, {"number": statement_id})).one_or_none()
        if row is None:
            return None
        return Answer(row.statement_id, row.received, row.minor, row.reason, row.person_id, to_moment(row.at))

    async def open_of(self, order_id: int) -> Sequence[Statement]:
        """Statements about an order that nobody answered, first to last."""
        return [_statement(row) for row in await self._connection.execute(OPEN_OF, {"of_order": order_id})]


def _row(statement: Statement) -> dict[str, Any]:
    return {
        "order_id": statement.order_id,
        "method": statement.method.value,
        "minor": statement.amount.minor,
        "currency": statement.amount.currency,
        "account_id": statement.account_id or None,
        "person_id": statement.person_id,
        "slips": photos_record(statement.slips),
        "at": to_millis(statement.at),
    }


def _statement(row: Row[Any]) -> Statement:
    return Statement(
        order_id=row.order_id,
        method=PaymentMethod(row.method),
        amount=Money(row.minor, row.currency),
        account_id=row.account_id or 0,
        person_id=row.person_id,
        slips=photos_from(row.slips),
        at=to_moment(row.at),
        id=row.id,
    )
