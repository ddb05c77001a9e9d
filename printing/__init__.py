"""Files to look at or to keep, pictures and tables: another small program that knows nothing of the bot."""
