"""The words of the phrases, one module a theme, and the screens on which they are chosen."""
