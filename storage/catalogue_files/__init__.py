"""Catalogue files as they come: CSV in several encodings, or a workbook; read into rows of text."""

from storage.catalogue_files.opening import CatalogueFile, open_catalogue

__all__ = ["CatalogueFile", "open_catalogue"]
