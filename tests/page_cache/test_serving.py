"""The page cache from the WSGI server's side."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from core.pagecache import store
from core.pagecache.serving import CachedPages
from home.models import InfoPage
from tests.factories import home_in, info_page
from tests.page_cache.visits import environ, is_kept

pytestmark = pytest.mark.usefixtures("page_cache")

HOME = "/nl/"


def ask(path: str, method: str = "GET", **headers: str):
    """Return status, headers and body as a WSGI server gets them."""
    request = RequestFactory().generic(method, path, headers=headers).META
    answered = {}

    def start_response(status, fields, _error=None):
        answered.update(status=status, headers={key.lower(): value for key, value in fields})

    # As the test client does: the test's own transaction is not Django's to close.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        body = b"".join(CachedPages(WSGIHandler())(request, start_response))
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
    return answered["status"], answered["headers"], body


def test_the_server_answers_hits_without_django(monkeypatch):
    status, headers, body = ask(HOME, accept_encoding="br")
    assert status == "200 OK"
    monkeypatch.setattr("django.core.handlers.wsgi.WSGIHandler.__call__", None)
    assert ask(HOME, accept_encoding="br") == (status, headers, body)
    assert ask(HOME, "HEAD", accept_encoding="br") == (status, headers, b"")
    not_modified, _headers, nothing = ask(HOME, accept_encoding="br", if_none_match=headers["etag"])
    assert (not_modified, nothing) == ("304 Not Modified", b"")


def test_a_broken_cache_costs_speed_and_no_page(page_cache, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        message = "the cache server is gone"
        raise ConnectionError(message)

    for operation in ("get_many", "set_many", "add"):
        monkeypatch.setattr(type(page_cache), operation, fail)
    for _again in range(3):
        assert ask(HOME)[0] == "200 OK"
    assert len([record for record in caplog.records if "page cache" in record.message]) == 1


@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200
)
@given(
    query=st.text(st.characters(codec="latin-1"), max_size=60),
    accept=st.text(st.characters(codec="latin-1"), max_size=60),
    path=st.text(st.characters(codec="latin-1"), max_size=30),
    cookie=st.text(st.characters(codec="latin-1"), max_size=30),
    tag=st.text(st.characters(codec="latin-1"), max_size=30),
)
def test_no_request_breaks_the_cache(query, accept, path, cookie, tag):
    request = environ(HOME) | {
        "PATH_INFO": f"/{path}",
        "QUERY_STRING": query,
        "HTTP_ACCEPT_ENCODING": accept,
        "HTTP_COOKIE": cookie,
        "HTTP_IF_NONE_MATCH": tag,
    }
    answered = []
    body = CachedPages(lambda _environ, _start: [b"django"])(
        request, lambda status, fields: answered.append((status, fields))
    )
    assert body


def test_what_could_not_be_forgotten_is_forgotten_before_anything_is_answered(
    page_cache, monkeypatch
):
    ask(HOME)

    def fail(*_args, **_kwargs):
        message = "the cache server is gone"
        raise ConnectionError(message)

    with monkeypatch.context() as away:
        away.setattr(type(page_cache), "set_many", fail)
        with pytest.raises(ConnectionError):
            store.forget([HOME])
    assert not is_kept(HOME)


def test_a_change_is_saved_although_the_cache_server_is_gone(
    page_cache, monkeypatch, commit, caplog
):
    def fail(*_args, **_kwargs):
        message = "the cache server is gone"
        raise ConnectionError(message)

    monkeypatch.setattr(type(page_cache), "set_many", fail)
    with commit():
        page = info_page(home_in("nl"), "Bewaard", "bewaard")
    assert InfoPage.objects.filter(pk=page.pk).exists()
    assert "the cache server is gone" in caplog.text
    monkeypatch.undo()
    assert not is_kept(HOME)
