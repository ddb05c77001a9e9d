"""The command line `yijia`: each command is imported when it is called, so that none waits for another."""

import importlib
import sys
from typing import Final

import click

from bot import memory
from domain.refusal import Refusal

COMMANDS: Final = {
    "run": "bot.commands.run",
    "demo": "bot.commands.demo",
    "import": "bot.commands.import_catalogue",
    "invite": "bot.commands.invite",
    "doctor": "bot.commands.doctor",
    "backup": "bot.commands.backup",
    "migrate": "bot.commands.migrate",
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
        module = importlib.import_module(COMMANDS[name])
        found = module.import_ if name == "import" else getattr(module, name)
        return found if isinstance(found, click.Command) else None


@click.command(cls=LazyGroup)
def yijia() -> None:
    """Yijia 议价: strike wholesale deals in Telegram, in English and Chinese."""


def main() -> None:
    """Runs the command line; a refusal ends it with one line and exit code 1."""
    try:
        yijia(prog_name="yijia")
    except Refusal as refusal:
        click.echo(f"{type(refusal).__name__}: {refusal.facts}", err=True)
        sys.exit(1)
