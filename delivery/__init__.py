"""python-telegram-bot out: the outbox's sender, its limits and its errors."""
