"""The site does without its shared cache while that is away."""

import logging

import pytest

from core.caching import ForgivingRedisCache
from core.pagecache import failures

# Nobody listens on this port.
NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture
def away(monkeypatch):
    monkeypatch.setattr(failures, "_logged", {})
    return ForgivingRedisCache(NOWHERE, {})


def test_nothing_is_known_and_nothing_breaks(away):
    away.set("key", "value")
    away.set_many({"key": "value"})
    assert away.get("key") is None
    assert away.get("key", "default") == "default"
    assert away.get_many(["key"]) == {}
    assert away.get_or_set("key", lambda: "made") == "made"
    assert "key" not in away
    assert away.add("key", "value")
    assert not away.touch("key")
    assert not away.delete("key")
    away.delete_many(["key"])


def test_it_is_logged_once_and_not_for_each_request(away, caplog):
    with caplog.at_level(logging.ERROR):
        for _request in range(5):
            away.get("key")
    assert [record.message for record in caplog.records] == ["The shared cache does not answer"]
