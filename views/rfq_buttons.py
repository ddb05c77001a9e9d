"""The buttons of a negotiation's card that lead to other suppliers; only a buyer ever sees them."""

from services.cases import Case
from views.callback_data.comparing import BringRfq, CloseOthers, OtherSuppliers
from views.reader import Reader
from views.screen import Button, Rows, Style, rows


def other_suppliers(reader: Reader, case: Case) -> Button:
    """Asks others on the terms that stood here."""
    press = OtherSuppliers(negotiation_id=case.negotiation.id)
    return Button(reader.word("🔁 Other suppliers"), press.pack())


def rfq_rows(reader: Reader, case: Case) -> Rows:
    """The way to the other answers, and, with an agreement in hand, to closing them."""
    if case.rfq is None:
        return ()
    press = BringRfq(rfq_id=case.rfq.rfq_id)
    compare = Button(reader.word("⚖️ RFQ {number}", number=case.rfq.rfq_id), press.pack())
    return rows([compare], [] if case.can_answer else close_others(reader, case))


def close_others(reader: Reader, case: Case) -> list[Button]:
    """Closes the others, if there are any."""
    if case.rfq is None or not case.rfq.open_others:
        return []
    text = reader.word("🏁 Close the others ({count})", count=case.rfq.open_others)
    return [Button(text, CloseOthers(negotiation_id=case.negotiation.id).pack(), Style.DANGER)]
