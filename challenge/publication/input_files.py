"""Reads the file that `index_compute` reckons from, and says where it is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NoReturn

from challenge.index_input import EQUAL_WEIGHTS, FACTS, Facts, InputError, Party, checked_weights

UNKNOWN = "?"
KEYS = ("weights", "parties")
# A whole number, a fraction or a decimal, all of them exact; no exponents, which can be huge.
_RATIONAL = re.compile(r"-?\d{1,50}(?:/0*[1-9]\d{0,49}|\.\d{1,50})?", re.ASCII)


class _Object(dict[str, Any]):
    """An object of the file that knows which names stand in it twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [name for name, times in Counter(key for key, _ in pairs).items() if times > 1]


def read_file(content: bytes) -> tuple[list[Party], Mapping[str, Fraction]]:
    """Return the parties and the weights that a file names.

    Raises:
        InputError: the file is no JSON, or not as the method says; with the place of the fault.

    """
    said = _object("the file", _json(content))
    for name in said:
        if name not in KEYS:
            raise InputError(name, f"there is no such part; there are {' and '.join(KEYS)}")
    where = "parties"
    if where not in said:
        raise InputError(where, "this part is missing")
    parties = _object(where, said[where])
    if not parties:
        raise InputError(where, "there is at least one party")
    weights = _weights(said["weights"]) if "weights" in said else EQUAL_WEIGHTS
    return [_party(name, members) for name, members in parties.items()], weights


def _json(content: bytes) -> Any:
    """Return what is in the file.

    Raises:
        InputError: it is no JSON in UTF-8; with line and column.

    """
    where = "the file"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1}"
        raise InputError(where, "this is not UTF-8") from error
    try:
        return json.loads(text, object_pairs_hook=_Object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InputError(where, f"this is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise InputError(where, "this is nested too deeply") from error
    except InputError:
        raise
    except ValueError as error:
        raise InputError(where, "a number has too many digits") from error


def _refuse_constant(name: str) -> NoReturn:
    raise InputError(name, "this is not JSON")


def _object(where: str, said: Any) -> _Object:
    if not isinstance(said, _Object):
        raise InputError(where, "this is an object, with names and values between { and }")
    for name in said.twice:
        inside = name if where == "the file" else f"{where}.{name}"
        raise InputError(inside, "this name stands here twice")
    return said


def _weights(said: Any) -> Mapping[str, Fraction]:
    weights = {name: _weight(name, value) for name, value in _object("weights", said).items()}
    checked_weights(weights)
    return weights


def _weight(name: str, said: Any) -> Fraction:
    where = f"weights.{name}"
    text = str(said) if isinstance(said, int) and not isinstance(said, bool) else said
    if not isinstance(text, str) or not _RATIONAL.fullmatch(text):
        raise InputError(where, 'a weight is a whole number or a fraction in text, such as "1/2"')
    return Fraction(text)


def _party(name: str, said: Any) -> Party:
    where = f"parties.{name}"
    if not isinstance(said, list):
        raise InputError(where, "the members stand in a list, between [ and ]")
    if not said:
        raise InputError(where, "a party has at least one member")
    return Party(name, tuple(_member(f"{where}[{at}]", one) for at, one in enumerate(said)))


def _member(where: str, said: Any) -> Facts | None:
    """Return the facts of a member; None for one who is unknown."""
    if said == UNKNOWN:
        return None
    if not isinstance(said, str) or set(said) - {"0", "1"}:
        raise InputError(where, f'a member is {len(FACTS)} digits 0 or 1 in text, or "{UNKNOWN}"')
    if len(said) != len(FACTS):
        raise InputError(where, f"a member has {len(FACTS)} facts; here are {len(said)}")
    return tuple(one == "1" for one in said)
