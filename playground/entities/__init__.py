"""Formatted text: the strict HTML of the Bot API, automatic entities and safe rendering."""
