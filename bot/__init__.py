"""Wiring: settings, building the parts, running them, the command line."""
