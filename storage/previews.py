"""Under which name a preview lies beside its picture, for the child that makes it and whoever reads it."""

from typing import Final

PREVIEW: Final = ".preview"
