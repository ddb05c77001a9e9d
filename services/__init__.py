"""Use cases, one method per verb, and the ports they need."""
