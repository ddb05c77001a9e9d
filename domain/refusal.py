"""What the trade refuses: every broken rule is a Refusal that carries data and never a sentence."""


class Refusal(Exception):
    """A rule of the trade was broken; nothing has changed. Subclasses name the rule and carry the facts."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def __repr__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{type(self).__name__}({facts})"
