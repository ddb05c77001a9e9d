"""aiogram in: one module per conversation reads input, calls one service, returns one screen."""

from aiogram import Router

from handlers import (
    asking,
    calling,
    errors,
    fallback,
    freight,
    freight_statement,
    freight_words,
    groups,
    help,
    language,
    ledger,
    lists,
    logo,
    menu,
    negotiation,
    offer_form,
    ordering,
    phrases,
    product,
    replying,
    rewriting,
    search,
    search_filters,
    start,
    usual_terms,
)


def routers() -> tuple[Router, ...]:
    """All conversations: an update is answered by the first that understands it."""
    return (
        errors.router,
        groups.router,
        start.router,
        language.router,
        menu.router,
        help.router,
        lists.router,
        usual_terms.router,
        negotiation.router,
        ledger.router,
        replying.router,
        rewriting.router,
        offer_form.router,
        logo.router,
        asking.router,
        phrases.router,
        calling.router,
        ordering.router,
        freight.router,
        freight_statement.router,
        freight_words.router,
        search_filters.router,
        search.router,
        product.router,
        search.too_old,
        fallback.router,
    )
