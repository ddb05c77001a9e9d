"""A bot that serves carries nothing that only other commands, children or rare searches need."""

import subprocess
import sys

NOT_YET = (
    "rich",
    "pygments",
    "rapidfuzz",
    "alembic",
    "PIL",
    "pillow_heif",
    "obstore",
    "typst",
    "xlsxwriter",
    "python_calamine",
    "asyncpg",
)


def test_what_serving_does_not_need_is_not_imported() -> None:
    found = f"[name for name in {NOT_YET} if name in sys.modules]"
    script = f"import sys, bot.commands.run, bot.house; print({found})"

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
