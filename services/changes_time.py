"""What the clock does to lists of changes: a warning, and the stated default when nobody answers."""

from domain.lifecycle import Deed
from domain.people import Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side


async def expire_changes(books: Books, changes_id: int) -> None:
    """Ends a list that the seller did not answer in time and tells both sides; the buyer may send another."""
    before = await books.changes.get_for_update(changes_id)
    after = before and before.expire(books.now)
    if before is None or after is None or after is before:
        return
    await books.changes.save(before, after, books.now)
    await record(books, before, after, Deed.EXPIRE, CLOCK)
    await tell_both(books, after, Notice(News.CHANGES_UNANSWERED, after.id))


async def warn_of_changes(books: Books, changes_id: int) -> None:
    """Reminds the seller that the buyer waits for an answer."""
    changes = await books.changes.get_for_update(changes_id)
    if changes is None or not changes.is_open or not changes.warns_at <= books.now < changes.expires_at:
        return
    if await books.changes.warned(changes_id, books.now):
        notice = Notice(News.CHANGES_RUN_OUT, changes.id, detail=changes.expires_at.isoformat())
        await tell_side(books, changes, Side.SELLER, notice)
