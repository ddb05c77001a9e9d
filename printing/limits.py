"""What one file may cost: whatever it is made of, the program ends rather than grows."""

import resource
from typing import Final

MEMORY_BYTES: Final = 1 << 30
CPU_SECONDS: Final = 15


def keep_small() -> None:
    """Sets the limits of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
