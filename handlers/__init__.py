"""aiogram in: one module per conversation reads input, calls one service, returns one screen."""

from aiogram import Router

from handlers import errors, fallback, groups, help, language, menu, product, search, search_filters, start


def routers() -> tuple[Router, ...]:
    """All conversations: an update is answered by the first that understands it."""
    return (
        errors.router,
        groups.router,
        start.router,
        language.router,
        menu.router,
        help.router,
        search_filters.router,
        search.router,
        product.router,
        search.too_old,
        fallback.router,
    )
