"""Walking through the migrations, with Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.revisions import FOLDER


def walk(connection: Connection, revision: str) -> None:
    """Walks the schema on this connection up or down to a revision ("head" is the newest, "base" empty)."""
    config = config_on(connection)
    move = command.downgrade if leads_down(revision) else command.upgrade
    move(config, revision)


def leads_down(revision: str) -> bool:
    """Whether the way there takes tables away, with what they hold: to "base", or by steps such as "-1"."""
    return revision == "base" or revision.startswith("-")


def config_on(connection: Connection) -> Config:
    """Alembic's configuration for this connection."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
