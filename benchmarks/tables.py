"""Tables in Markdown."""

from collections.abc import Sequence


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Prints a titled table; numbers are written as they are given."""
    print(f"\n### {title}\n")
    for line in (head, ["---"] * len(head), *rows):
        print(f"| {' | '.join(str(cell) for cell in line)} |")
    print(flush=True)
