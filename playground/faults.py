"""Faults that can be dialled: what goes wrong, how often, for which method, chat or update."""

import random
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

REQUEST_KINDS = frozenset({"too_many", "error", "reset", "slow"})
UPDATE_KINDS = frozenset({"duplicate", "delay", "jump"})
OTHER_KINDS = frozenset({"inaccessible", "truncate"})
KINDS = REQUEST_KINDS | UPDATE_KINDS | OTHER_KINDS


@dataclass(slots=True)
class Fault:
    """One rule. `method` is a pattern of method names (or of update kinds for faults of updates)."""

    kind: str
    method: str = "*"
    chat_id: int | None = None
    probability: float = 1.0
    count: int | None = None
    skip: int = 0
    when: str = "before"
    seconds: float = 1.0
    code: int = 500
    description: str | None = None
    copies: int = 2
    later: bool = False
    by: int = 1
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault kind {self.kind!r}; known: {', '.join(sorted(KINDS))}")
        if self.when not in ("before", "after"):
            raise ValueError("when is 'before' or 'after' acceptance")

    def fits(self, name: str, chat_id: int | None) -> bool:
        """Whether the rule speaks of this method (or update kind) and chat, and is not used up."""
        if self.count is not None and self.hits >= self.count:
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return fnmatchcase(name, self.method)


@dataclass(slots=True)
class Faults:
    """The rules in force, with a seeded dice."""

    rules: list[Fault] = field(default_factory=list)
    seed: int = 0
    _dice: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 faults, not secrets

    def dial(self, rules: list[Fault], seed: int) -> None:
        """Replace all rules and throw the dice from the seed again."""
        self.rules, self.seed = rules, seed
        self._dice.seed(seed)

    def pick(self, kinds: frozenset[str], name: str, chat_id: int | None) -> Fault | None:
        """The first rule of these kinds that strikes now, if any."""
        for rule in self.rules:
            if rule.kind in kinds and rule.fits(name, chat_id) and self._strikes(rule):
                return rule
        return None

    def pick_all(self, kinds: frozenset[str], name: str, chat_id: int | None) -> list[Fault]:
        """Every rule of these kinds that strikes now."""
        fitting = [rule for rule in self.rules if rule.kind in kinds and rule.fits(name, chat_id)]
        return [rule for rule in fitting if self._strikes(rule)]

    def _strikes(self, rule: Fault) -> bool:
        if rule.skip > 0:
            rule.skip -= 1
            return False
        if rule.probability < 1 and self._dice.random() >= rule.probability:
            return False
        rule.hits += 1
        return True
