"""The command line `yijia`: each command is imported when it is called, so that none waits for another."""

import importlib
import sys
from typing import Final

import click

from bot import memory

COMMANDS: Final = {
    "run": ("bot.commands.run", "Serve Telegram until stopped."),
    "demo": ("bot.commands.demo", "A local Telegram with three phones and the bot behind them."),
    "import": ("bot.commands.import_catalogue", "Take in a catalogue, all rows or none."),
    "import-rates": ("bot.commands.import_rates", "Take in freight or exchange rates, all or none."),
    "export": ("bot.commands.export", "Write the order book, as CSV, XLSX or JSON."),
    "invite": ("bot.commands.invite", "Print a link that makes one person a seller of a supplier."),
    "doctor": ("bot.commands.doctor", "Check the invariants, the search index and every kept file."),
    "backup": ("bot.commands.backup", "Write a consistent copy of the database."),
    "migrate": ("bot.commands.migrate", "Bring the database's schema up to date."),
}
SERVING: Final = ("run", "demo")
"""Commands that stay; what they build at the start is of no interest to the garbage collector."""


class LazyGroup(click.Group):
    """Knows its commands by name and imports the one that is called."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The commands, in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command, imported now."""
        if name not in COMMANDS:
            return None
        if name in SERVING:
            memory.hold()
        found = importlib.import_module(COMMANDS[name][0])
        command: click.Command = getattr(found, "import_" if name == "import" else name.replace("-", "_"))
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


@click.command(cls=LazyGroup)
def yijia() -> None:
    """Yijia 议价: strike wholesale deals in Telegram, in English and Chinese."""


def main() -> None:
    """Runs the command line; what cannot be done ends it with one line and exit code 1."""
    try:
        yijia(prog_name="yijia")
    except Exception as error:
        # Imported when it is needed: it knows what all commands may meet, which takes its time.
        from bot.commands.refused import refused_line

        line = refused_line(error)
        if line is None:
            raise
        click.echo(line, err=True)
        sys.exit(1)
