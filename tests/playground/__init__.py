"""The playground: a local Telegram that real frameworks can be served by."""
