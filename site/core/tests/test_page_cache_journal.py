"""What one process forgets, the others on this machine hear of."""

import multiprocessing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pagecache import journal as journals
from core.pagecache.journal import EVERYTHING, Journal


def news(journal: Journal) -> list[str]:
    heard: list[str] = []
    journal.read(heard.extend)
    return heard


@pytest.fixture
def path(tmp_path):
    return tmp_path / "var" / "journal"


def test_another_process_hears_what_was_written_once(path):
    writer, reader = Journal(path), Journal(path)
    writer.write(["/nl/over-ons/", "/ar/من-نحن/"])
    assert news(reader) == ["/nl/over-ons/", "/ar/من-نحن/"]
    assert news(reader) == []


def test_a_new_process_has_nothing_to_hear(path):
    Journal(path).write(["/nl/"])
    assert news(Journal(path)) == []


def test_everything_goes_when_the_file_starts_anew(path, monkeypatch):
    writer, reader = Journal(path), Journal(path)
    monkeypatch.setattr(journals, "LIMIT", 10)
    writer.write(["/nl/"])
    assert news(reader) == [EVERYTHING]
    writer.write(["/nl/een-veel-langer-adres-dan-er-eerst-in-stond/" * 3])
    assert news(reader) == [EVERYTHING]


def test_everything_goes_when_somebody_removed_the_file(path):
    reader = Journal(path)
    path.unlink()
    assert news(reader) == [EVERYTHING]
    Journal(path).write(["/nl/"])
    assert news(reader) == ["/nl/"]


def test_what_could_not_be_forgotten_is_given_again(path):
    writer, reader = Journal(path), Journal(path)
    writer.write(["/nl/"])

    def fail(_entries):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        reader.read(fail)
    assert news(reader) == ["/nl/"]


def _write_many(path, name):
    journal = Journal(path)
    for number in range(200):
        journal.write([f"/{name}/{number}/"])


def test_processes_that_write_at_the_same_time_lose_nothing(path):
    reader = Journal(path)
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in "abc"]
    for writer in writers:
        writer.start()
    heard = []
    while any(writer.is_alive() for writer in writers):
        heard += news(reader)
    for writer in writers:
        writer.join()
    heard += news(reader)
    assert sorted(heard) == sorted(f"/{name}/{n}/" for name in "abc" for n in range(200))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_any_path_arrives_as_it_was(tmp_path_factory, paths):
    file = tmp_path_factory.mktemp("journal") / "journal"
    writer, reader = Journal(file), Journal(file)
    writer.write(paths)
    assert news(reader) == paths
