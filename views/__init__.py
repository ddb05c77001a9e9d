"""Every word, number and button a person sees, as pure functions."""
