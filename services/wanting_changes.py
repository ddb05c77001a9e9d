"""Changes that a buyer wants of a sample: sent as a list, answered one by one, checked on the next sample."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.lifecycle import ChangesStatus, Deed
from domain.offer import Author
from domain.people import Person, Side
from domain.wanted_changes import ChangesMoveNotAllowed, Verdict, WantedChanges, Wish, check_wishes
from services.gathering import Gathering
from services.notices import IN_CHANGES, News, Notice
from services.order_deeds import locked_as
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound


class WantingChanges:
    """The lists of one person's samples, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def see(self, changes_id: int) -> tuple[WantedChanges, Side]:
        """A list and the person's side in it. Raises NotFound, to strangers too."""
        return self._seen(await self._books.changes.get(changes_id))

    async def send(self, order_id: int, wishes: Sequence[Wish]) -> WantedChanges:
        """The buyer sends what he wants changed; the seller has 72 hours to answer.

        - Only of a sample that arrived and is not approved, one list at a time: ChangesMoveNotAllowed.
        - The photos of each item are closed with it; a pile without any is left out.
        Raises NotFound, NotASample, NothingWanted, TooManyWishes, WordsUnusable.
        """
        books = self._books
        order = await locked_as(Side.BUYER, books, self._person, order_id)
        last = await books.changes.latest(order_id)
        is_approved = await books.golden.get(order_id) is not None
        if is_approved or (last and (last.is_open or last.next_order_id)):
            raise ChangesMoveNotAllowed(deed=Deed.WANT_CHANGES)
        check_wishes(wishes)
        shown = [await self._with_photos(wish) for wish in wishes]
        author = self._author(Side.BUYER)
        listed = WantedChanges.send(order, last.number + 1 if last else 1, shown, author)
        sent = await books.changes.add(listed, order.goods.product_id, books.now)
        await record(books, None, sent, Deed.WANT_CHANGES, doer(author))
        await self._tell(sent, Side.SELLER, News.CHANGES_WANTED)
        return sent

    async def answer(self, changes_id: int, place: int, verdict: Verdict, reason: str = "") -> WantedChanges:
        """The seller says to the item at `place`, or with 0 to all that are open, what becomes of it.

        - The buyer is told once all are answered, and of every answer that is changed after that.
        Raises NotFound, ChangesMoveNotAllowed, and WordsUnusable for a refusal without a reason.
        """

        def change(changes: WantedChanges, author: Author) -> WantedChanges:
            places = [place] if place else _unanswered(changes)
            return changes.answer(places, verdict, author, reason.strip())

        after = await self._do(changes_id, change)
        if after.status is ChangesStatus.ANSWERED:
            await self._tell(after, Side.BUYER, News.CHANGES_ANSWERED)
        return after

    async def withdraw(self, changes_id: int) -> WantedChanges:
        """The buyer takes the list back; the seller is told."""
        after = await self._do(changes_id, WantedChanges.withdraw)
        await self._tell(after, Side.SELLER, News.CHANGES_WITHDRAWN)
        return after

    async def tick(self, changes_id: int, place: int) -> WantedChanges:
        """The buyer ticks an item on the second sample, or takes the tick away; nobody is told."""
        before, side = self._seen(await self._books.changes.get_for_update(changes_id))
        if side is not Side.BUYER or not before.next_order_id:
            raise ChangesMoveNotAllowed(status=before.status, deed="tick")
        after = before.tick(place)
        await self._books.changes.save(before, after, self._books.now)
        return after

    async def _with_photos(self, wish: Wish) -> Wish:
        """The same, its pile closed and left out if it is empty."""
        if not wish.bundle_id:
            return wish
        await Gathering(self._books, self._person).done(wish.bundle_id)
        count = await self._books.evidence.count(wish.bundle_id)
        return wish if count else replace(wish, bundle_id=0)

    async def _do(
        self, changes_id: int, change: Callable[[WantedChanges, Author], WantedChanges]
    ) -> WantedChanges:
        before, side = self._seen(await self._books.changes.get_for_update(changes_id))
        author = self._author(side)
        after = change(before, author)
        await self._books.changes.save(before, after, self._books.now)
        await record(self._books, before, after, _deed(before, after), doer(author))
        return after

    def _seen(self, changes: WantedChanges | None) -> tuple[WantedChanges, Side]:
        if changes is not None:
            side = self._person.side_in(changes.buyer_id, changes.supplier_id)
            if side is not None:
                return changes, side
        raise NotFound(what="order")

    def _author(self, side: Side) -> Author:
        return Author(self._person.id, side, self._books.now)

    async def _tell(self, changes: WantedChanges, side: Side, news: News) -> None:
        await tell_side(
            self._books, changes, side, Notice(news, changes.id, len(changes.answers), IN_CHANGES)
        )


def _unanswered(changes: WantedChanges) -> list[int]:
    """The places without an answer; all of them where each has one."""
    every = range(1, len(changes.wishes) + 1)
    return [place for place in every if changes.answer_to(place) is None] or list(every)


def _deed(before: WantedChanges, after: WantedChanges) -> Deed:
    if after.status is ChangesStatus.WITHDRAWN:
        return Deed.WITHDRAW
    is_whole = before.is_open and after.status is ChangesStatus.ANSWERED
    return Deed.ANSWER_ALL if is_whole else Deed.ANSWER
