"""What a made file costs: the time from its order to its bytes, and the memory of the child that makes it."""

import argparse
import asyncio
import resource
import statistics
import time
from typing import Any

from delivery.printer import Printer
from views.screen import Made

OFFERS = 12
ROWS = 200


def chart() -> dict[str, Any]:
    """A dozen offers in turn."""
    sides = ("buyer", "seller")
    values = [60_000 + number * 300 if number % 2 == 0 else 68_000 - number * 300 for number in range(OFFERS)]
    return {
        "title": "Ceramic coffee mug 陶瓷咖啡杯",
        "subtitle": "Negotiation 7 · price of one piece",
        "offers": [
            {"number": n + 1, "side": sides[n % 2], "value": value, "said": f"CN¥{value / 10_000:.2f}"}
            for n, value in enumerate(values)
        ],
        "ticks": [{"value": v, "said": f"CN¥{v / 10_000:.2f}"} for v in range(58_000, 71_000, 2_000)],
        "listed": [68_000] * OFFERS,
        "agreed": True,
        "words": {"buyer": "买家", "seller": "卖家", "listed": "标价", "agreed": "成交", "offer": "报价"},
    }


def table() -> dict[str, Any]:
    """Suppliers side by side."""
    rows = [
        [f"Supplier {n} 供应商", {"number": f"{6 + n / 100:.2f}"}, 500 + n, "sea freight"]
        for n in range(ROWS)
    ]
    return {"title": "Offers", "rows": [["Supplier", "Price", "MOQ", "Shipping"], *rows]}


ORDERS = {"csv": table(), "xlsx": table(), "price_chart": chart()}


async def measured(times: int) -> None:
    """Prints a line for each kind."""
    printer = Printer()
    for kind, data in ORDERS.items():
        taken = []
        for _ in range(times):
            began = time.perf_counter()
            content = await printer.make(Made(kind, "file", data))
            taken.append((time.perf_counter() - began) * 1000)
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        middle, slow = statistics.median(taken), max(taken)
        print(f"| {kind} | {middle:.0f} | {slow:.0f} | {len(content) / 1024:.0f} | {largest:.0f} |")


def main() -> None:
    """Runs it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks printing")
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    print("| kind | ms | slowest | KB | MB of the largest child so far |")
    asyncio.run(measured(asked.times))


if __name__ == "__main__":
    main()
