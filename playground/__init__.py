"""A local Telegram: a Bot API server and a web page with phones; it knows nothing of the bot."""
