"""Whether a copy of an agreement is genuine: the question, the wait and the verdict."""

from services.case_file_books import KeptCaseFile
from services.verdicts import Seen, Verdict
from views.buttons import to_menu
from views.callback_data.navigation import BringOrder
from views.markup import Html, bold, lines, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.terms import labelled, total
from views.titles import supplier_name, title


def ask(reader: Reader, problem: Html | str = "") -> Screen:
    """Asks for a file or a hash."""
    question = bold(reader.say("🔎 Which purchase agreement shall I check?"))
    how = reader.say(
        "Send me the PDF as a file, or write its SHA-256 or the fingerprint on its last page: 16 digits are"
        " enough. /cancel leaves."
    )
    return Screen(paragraphs(problem, lines(question, how)), rows([to_menu(reader)]))


def wait(reader: Reader) -> Screen:
    """The file is being fetched."""
    return Screen(reader.say("🔎 One moment, I compare the file with what I made…"))


def not_a_file(reader: Reader) -> Html:
    """A photo, a voice or the like instead of the file."""
    return reader.say("⚠️ I can compare only the file itself: please send the PDF as a document, not a photo.")


def verdict(reader: Reader, found: Verdict) -> Screen:
    """The verdict: to strangers no more than the number and the date."""
    if found.is_unread:
        return Screen(_unread(reader), rows([to_menu(reader)]))
    if found.case_file:
        return case_file_verdict(reader, found, found.case_file)
    if found.agreement is None:
        return Screen(_not_genuine(reader, is_file=found.is_file), rows([to_menu(reader)]))
    text = paragraphs(
        bold(_genuine(reader, found)),
        _named(reader, found),
        _as_party(reader, found.seen) if found.seen else "",
        "" if found.is_file else _only_the_file_proves(reader),
    )
    return Screen(text, rows([_way_on(reader, found)]))


def case_file_verdict(reader: Reader, found: Verdict, kept: KeptCaseFile) -> Screen:
    """A case file: to strangers no more than the number and the date."""
    assert kept.at is not None, "it is on record"
    head = (
        reader.say("✅ Genuine: exactly the case file that was made here")
        if found.is_file
        else reader.say("✅ This belongs to a genuine case file")
    )
    number = reader.say("Case file of order {number}", number=kept.order_number)
    made = reader.say("Made on {moment}", moment=reader.moment(kept.at))
    text = paragraphs(
        bold(head),
        lines(number, made),
        _as_party(reader, found.seen) if found.seen else "",
        "" if found.is_file else _only_the_file_proves(reader),
    )
    return Screen(text, rows([_way_on(reader, found)]))


def _genuine(reader: Reader, found: Verdict) -> Html:
    if found.is_superseded:
        return reader.say("🟡 Genuine, but superseded by revision {number}", number=found.current)
    if found.is_file:
        return reader.say("✅ Genuine: exactly the file that was made here")
    return reader.say("✅ This belongs to a genuine agreement")


def _named(reader: Reader, found: Verdict) -> Html:
    agreement = found.agreement
    assert agreement is not None, "a genuine one is known"
    number = reader.say("Purchase agreement {number}", number=agreement.order_number)
    revision = reader.say("Revision {number}", number=agreement.revision) if found.seen else ""
    confirmed = reader.say("Confirmed on {moment}", moment=reader.moment(agreement.confirmed_at))
    return lines(number, revision, confirmed)


def _as_party(reader: Reader, seen: Seen) -> Html:
    order, buyer = seen.order, seen.order.details.delivery.consignee
    return lines(
        title(reader, order.goods),
        labelled(reader, reader.word("Seller"), supplier_name(reader, seen.supplier))
        if seen.supplier
        else "",
        labelled(reader, reader.word("Buyer"), buyer) if buyer else "",
        labelled(reader, reader.word("Total of the order now"), total(reader, order.terms)),
    )


def _only_the_file_proves(reader: Reader) -> Html:
    return reader.say(
        "A code or a hash can be copied onto another paper. Only the file itself proves its figures: send it"
        " after /verify."
    )


def _not_genuine(reader: Reader, *, is_file: bool) -> Html:
    if is_file:
        return paragraphs(
            bold(reader.say("❌ Not genuine: this is no final agreement that was made here")),
            reader.say(
                "Even one changed digit, a scan or a file saved anew makes it differ, and drafts never count."
                " Ask the other side for the file from the order's card, button Agreement."
            ),
        )
    return paragraphs(
        bold(reader.say("❌ Not genuine: no agreement has this hash")),
        reader.say("Please compare the digits, or send the file itself."),
    )


def _unread(reader: Reader) -> Html:
    return reader.say("I could not fetch that file from Telegram. Please send it once more after /verify.")


def _way_on(reader: Reader, found: Verdict) -> Button:
    if found.seen is None:
        return to_menu(reader)
    return Button(reader.word("📦 Show order"), BringOrder(order_id=found.seen.order.id).pack())
