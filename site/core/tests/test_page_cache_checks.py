"""`check --deploy` says where the page cache could show something stale."""

import pytest

from core.pagecache.checks import check_page_cache


@pytest.fixture
def in_memory(settings, tmp_path):
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": backend}}
    settings.PAGE_CACHE_JOURNAL = tmp_path / "journal"


def found() -> list[str]:
    return [message.id for message in check_page_cache()]


def use_database_on(monkeypatch, settings, host: str) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "HOST", host)


@pytest.mark.parametrize("host", ["", "localhost", "/run/postgresql"])
def test_memory_on_one_machine_is_fine(in_memory, settings, monkeypatch, host):
    use_database_on(monkeypatch, settings, host)
    assert found() == []


def test_memory_with_a_database_elsewhere_is_doubtful(in_memory, settings, monkeypatch):
    use_database_on(monkeypatch, settings, "db.example")
    assert found() == ["pagecache.W001"]


@pytest.mark.parametrize("journal", [None, "missing"])
def test_memory_without_a_journal_is_wrong(in_memory, settings, tmp_path, monkeypatch, journal):
    use_database_on(monkeypatch, settings, "")
    settings.PAGE_CACHE_JOURNAL = journal and tmp_path / journal / "journal"
    assert found() == ["pagecache.E001"]


def test_a_shared_cache_needs_nothing_more(settings):
    settings.CACHES = settings.CACHES | {
        "pages": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://cache.example:6379/0",
        }
    }
    settings.PAGE_CACHE_JOURNAL = None
    assert found() == []
