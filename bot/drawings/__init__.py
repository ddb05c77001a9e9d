"""Draws docs/lifecycles.md and docs/conversations.md from the code; tests/checks holds the pages to it."""
