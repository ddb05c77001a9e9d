"""What the clock does to requests for samples: a warning, and the stated end when nobody answers."""

from domain.lifecycle import Deed
from services.notices import News, Notice
from services.ports import Books
from services.recording import CLOCK, record, tell_both, tell_side


async def expire_sample(books: Books, request_id: int) -> None:
    """Ends a request whose time is up and tells both sides; nothing was ordered."""
    before = await books.samples.get_for_update(request_id)
    after = before and before.expire(books.now)
    if before is None or after is None or after is before:
        return
    await books.samples.save(before, after, books.now)
    await record(books, before, after, Deed.EXPIRE, CLOCK)
    await tell_both(books, after, Notice(News.SAMPLE_EXPIRED, after.id, after.version))


async def warn_of_sample(books: Books, request_id: int) -> None:
    """Reminds the side whose turn it is."""
    request = await books.samples.get_for_update(request_id)
    if request is None or request.waits_for is None or not request.warns_at <= books.now < request.expires_at:
        return
    if not await books.samples.warned(request_id, books.now):
        return
    until = request.expires_at.isoformat()
    notice = Notice(News.SAMPLE_RUNS_OUT, request.id, request.version, detail=until)
    await tell_side(books, request, request.waits_for, notice)
