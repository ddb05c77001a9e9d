"""`python -m bot.drawings` draws every page anew."""

from bot.drawings.pages import PAGES

for file, page in PAGES.items():
    file.write_text(page(), encoding="utf-8")
