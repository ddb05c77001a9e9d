"""The Bot API methods that the playground emulates."""
