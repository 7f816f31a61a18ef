"""The datasets that the site gives away; features register theirs in `ready()`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Column:
    """One column of a table, as the data dictionary describes it.

    Attributes:
        name: its heading in the file; never translated, never reused for something else.
        type: what its cells hold, in the words of Frictionless Table Schema.
        description: what it means.

    """

    name: str
    type: Literal["string", "integer", "number", "boolean", "date", "datetime"]
    description: str | Promise


@dataclass(frozen=True)
class DataFile:
    """One file of a dataset.

    Attributes:
        url_name: the name of its address.
        label: how its format is called, for example CSV.

    """

    url_name: str
    label: str


@dataclass(frozen=True)
class Dataset:
    """Data that anybody may use, with what is in it.

    Attributes:
        key: its anchor on the page of open data.
        title: its name.
        description: what it holds and where it comes from.
        files: the formats to download.
        columns: its data dictionary, for data in the form of a table.
        is_public: says whether it is there for everybody; by default it is.

    """

    key: str
    title: str | Promise
    description: str | Promise
    files: tuple[DataFile, ...]
    columns: tuple[Column, ...] = ()
    is_public: Callable[[], bool] = lambda: True


_datasets: dict[str, Dataset] = {}


def register_dataset(dataset: Dataset) -> None:
    """Show the dataset on the page of open data."""
    _datasets[dataset.key] = dataset


def datasets() -> list[Dataset]:
    """Return the datasets that are public now, in the order of their keys."""
    # What several tables ask in common is asked once.
    answers = {ask: ask() for ask in {one.is_public for one in _datasets.values()}}
    return [_datasets[key] for key in sorted(_datasets) if answers[_datasets[key].is_public]]
