"""The trade itself: money, quantities, terms, offers and lifecycles, on the standard library alone."""
