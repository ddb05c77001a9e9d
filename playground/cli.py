"""The command line: serve a local Telegram for some tokens until told to stop."""

import asyncio
import signal
from pathlib import Path

import click
import orjson

from playground.server import DEFAULT_NAME, DEFAULT_USERNAME, Settings, serve
from playground.stage import act
from playground.wire import Json


async def _run(settings: Settings, people: list[Json]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with serve(settings) as playground:
        for person in people:
            await act(playground.world, ("POST", "/people"), person)
        click.echo(f"playground ready {playground.url}")
        await stop.wait()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=0, show_default=True, help="0 takes a free port.")
@click.option("--token", "tokens", multiple=True, required=True, help="<digits>:<text>; repeatable.")
@click.option("--people", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A JSON list.")
@click.option("--bot-name", default=DEFAULT_NAME, show_default=True)
@click.option("--bot-username", default=DEFAULT_USERNAME, show_default=True)
def main(tokens: tuple[str, ...], people: Path | None, **options: str) -> None:
    """Serve a local Telegram: Bot API, phones on a web page, and the actor API."""
    invited = orjson.loads(people.read_bytes()) if people else []
    asyncio.run(_run(Settings(tokens, **options), invited))  # type: ignore[arg-type]  # click has checked them
