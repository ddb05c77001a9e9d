"""getUpdates: confirmation by offset, batches, long polling, one consumer at a time."""

import asyncio

from playground.updates.box import UpdateBox
from playground.updates.update import Update
from playground.wire import conflict

LONGEST_POLL = 50
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


def confirm(box: UpdateBox, offset: int) -> None:
    """Forget updates before a positive offset, or all but the last -offset of a negative one."""
    pending = box.pending
    if offset < 0:
        while len(pending) > -offset:
            pending.popleft()
        return
    while pending and pending[0].id < offset:
        update = pending.popleft()
        if update.copies > 1 and update.echo_later:
            box.echoes.extend([update] * (update.copies - 1))


def batch(box: UpdateBox, limit: int) -> list[Update]:
    """The next updates to hand out, duplicates as dialled; unconfirmed ones come again."""
    box.purge()
    found, box.echoes = box.echoes[:limit], box.echoes[limit:]
    for update in box.pending:
        if len(found) >= limit:
            break
        found.extend([update] * (1 if update.echo_later else update.copies))
    return found


async def wait(box: UpdateBox, seconds: float) -> None:
    """Wait for an update; another consumer ends this wait with 409."""
    waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    box.waiter = waiter
    try:
        async with asyncio.timeout(min(seconds, LONGEST_POLL)):
            await waiter
    except TimeoutError:
        return
    finally:
        if box.waiter is waiter:
            box.waiter = None


def end_other_poll(box: UpdateBox, reason: str = TERMINATED) -> None:
    """Refuse the poll that waits at this moment, as Telegram does when a second one begins."""
    if box.waiter is not None and not box.waiter.done():
        box.waiter.set_exception(conflict(reason))
    box.waiter = None
