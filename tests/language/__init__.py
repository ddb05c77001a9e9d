"""Reading English and Chinese."""
