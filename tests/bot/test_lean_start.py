"""A bot that serves carries nothing that only other commands, children or rare searches need."""

import subprocess
import sys

NOT_YET = (
    "rich",
    "pygments",
    "rapidfuzz",
    "alembic",
    "PIL",
    "typst",
    "xlsxwriter",
    "python_calamine",
    "asyncpg",
)


def test_what_serving_does_not_need_is_not_imported() -> None:
    script = f"import sys, bot.commands.run; print([name for name in {NOT_YET} if name in sys.modules])"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
