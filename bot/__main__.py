"""`python -m bot` is `yijia`."""

from bot.cli import main

main()
