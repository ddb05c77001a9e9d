"""The commands of `yijia`, one module each."""
