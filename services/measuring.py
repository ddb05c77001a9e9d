"""Suppliers' figures: counted anew for those whose orders or claims moved, or were reviewed."""

from services.ports import Books


async def measure_figures(books: Books) -> None:
    """Counts the figures of every supplier that something changed for since the last time."""
    for supplier_id in await books.figures.newly_changed():
        await measure(books, supplier_id)


async def measure(books: Books, supplier_id: int) -> None:
    """Counts those of one supplier."""
    await books.figures.keep(supplier_id, await books.figures.of_supplier(supplier_id, books.now))
