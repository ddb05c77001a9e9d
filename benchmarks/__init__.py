"""Measuring speed, each figure as a ratio to a reference of the same run."""
