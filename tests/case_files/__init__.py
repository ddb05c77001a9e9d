"""Case files: what stands in them, for whom, and whether a copy is genuine."""
