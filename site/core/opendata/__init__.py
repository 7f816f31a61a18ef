"""Open data: the registry of datasets, their page, and how tables become files."""

from core.opendata.registry import Column, DataFile, Dataset, datasets, register_dataset

__all__ = ["Column", "DataFile", "Dataset", "datasets", "register_dataset"]
