"""Tests that play in a headless Chromium."""
