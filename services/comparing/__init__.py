"""Comparing suppliers: one inquiry to several, their answers side by side, and closing all but one."""
