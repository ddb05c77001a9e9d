"""SQLAlchemy: tables, repositories, inbox, outbox, conversation state, search index, migrations."""
