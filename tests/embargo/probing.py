"""Asks for addresses and looks for what nobody may read yet, in whatever form it comes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.cache import caches
from django.http.response import HttpResponseBase
from django.test import Client

# What differs from one answer to the next, whatever the data.
_OF_THE_MOMENT = re.compile(
    rb'name="csrfmiddlewaretoken" value="[^"]*"|nonce-[\w+/=-]+|nonce="[^"]*"|^Expires:.*$',
    re.MULTILINE,
)
OK, MOVED, NOT_FOUND = 200, 302, 404


@dataclass(frozen=True)
class Answer:
    """What a reader got.

    Attributes:
        status: the status code.
        text: the headers and the body, unpacked.

    """

    status: int
    text: bytes

    def holds(self, words: Iterable[str]) -> list[str]:
        """Return those of these words that stand in it."""
        return [word for word in words if word.encode() in self.text]


def ask(client: Client, url: str) -> Answer:
    """Return what a reader gets there."""
    response = client.get(url)
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    body = _body(response)
    return Answer(response.status_code, headers.encode() + b"\n" + _unpacked(body))


def ask_all(client: Client, urls: Iterable[str]) -> dict[str, Answer]:
    """Return what a reader gets at each of these, who has not guessed at anything before."""
    caches["default"].clear()
    return {url: ask(client, url) for url in dict.fromkeys(urls)}


def leaks(answers: Mapping[str, Answer], words: Iterable[str]) -> dict[str, list[str]]:
    """Return what of these words stands where; an address that holds its own word is no leak."""
    listed = list(words)
    found = {
        url: answer.holds(word for word in listed if word not in url)
        for url, answer in answers.items()
    }
    return {url: said for url, said in found.items() if said}


def as_said(answer: Answer) -> tuple[int, bytes]:
    """Return an answer without what differs from one moment to the next."""
    body = answer.text.partition(b"\n\n")[2] or answer.text
    return answer.status, _OF_THE_MOMENT.sub(b"", body)


def _body(response: HttpResponseBase) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def _unpacked(body: bytes) -> bytes:
    """Return the texts inside a packed file, such as a spreadsheet; others as they are."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())
