"""The index as open data: from the launch, whole, valid, and enough to reckon it again."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from fractions import Fraction

import frictionless
import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from challenge.index import compute
from challenge.index_input import FACTS, Party
from challenge.models import Release, Snapshot
from challenge.publication.canonical import digest_of
from challenge.publication.data.package import FILES
from challenge.publication.data.views import newest_launched
from challenge.tests.factories import NOW, CampaignFactory
from challenge.tests.whole import NEVER, SECRETS, STATEMENT, on_the_eve
from challenge.vocabulary import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def eve():
    return on_the_eve()


def addresses(campaign):
    return [f"/data/index/{file}" for file in FILES] + [
        f"/data/index/{campaign.slug}/{file}" for file in FILES
    ]


def table(client, name):
    text = client.get(f"/data/index/{name}.csv").content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_before_the_launch_there_is_nothing_and_after_it_everything(client, eve):
    for address in addresses(eve.campaign):
        for answer in (client.get(address), client.head(address)):
            assert answer.status_code == 404
            assert not any(secret in answer.content.decode() for secret in SECRETS)
    assert "index" not in {one.key for one in client.get("/data/").context["datasets"]}
    eve.launch()
    for address in addresses(eve.campaign):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not any(word in answer.content.decode() for word in (*NEVER, "@"))
        assert 'rel="license"' in answer["Link"]
    shown = client.get("/data/")
    assert {"index", "index-members", "index-scenarios"} <= {
        one.key for one in shown.context["datasets"]
    }
    assert reverse("index_data_datapackage_json") in shown.content.decode()
    assert client.get("/data/index/iets-anders.csv").status_code == 404
    assert client.get("/data/index/andere-campagne/index.csv").status_code == 404


def test_the_package_is_valid_and_the_index_can_be_reckoned_from_it(client, eve, tmp_path):
    eve.launch()
    for file in FILES:
        (tmp_path / file).write_bytes(client.get(f"/data/index/{file}").content)
    report = frictionless.validate(tmp_path / "datapackage.json")
    assert report.valid, report.flatten(["type", "message"])
    described = json.loads((tmp_path / "datapackage.json").read_text())
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert eve.page.get_full_url() == described["homepage"]
    # To the letter what the digest was taken of.
    assert digest_of((tmp_path / "index.json").read_text()) == Snapshot.objects.get().digest
    parties, members = table(client, "index"), table(client, "members")
    counting = {
        one["name"]: tuple(
            None if row["answer"] == "unknown" else tuple(row[fact] == "true" for fact in FACTS)
            for row in members
            if row["party"] == one["party"] and row["answer"] != "outside"
        )
        for one in parties
    }
    again = {one.name: one for one in compute([Party(*one) for one in counting.items()])}
    for row in parties:
        found = again[row["name"]]
        assert found.score == (Fraction(row["score"]) if row["score"] else None)
        assert [str(one or "") for one in (found.place, *(found.band or ("", "")))] == [
            row["place"], row["band_low"], row["band_high"],
        ]  # fmt: skip
    assert STATEMENT in {row["statement"] for row in members}
    places = table(client, "scenarios")
    assert len(places) == 15 * sum(bool(row["place"]) for row in parties)
    # What the check finds valid is not found so for want of looking.
    written = tmp_path / "members.csv"
    written.write_text(written.read_text().replace(",no,", ",maybe,"))
    assert not frictionless.validate(tmp_path / "datapackage.json").valid


def test_files_cost_few_queries(client, eve, django_assert_max_num_queries):
    eve.launch()
    with django_assert_max_num_queries(6):
        assert client.get("/data/index/members.csv").status_code == 200


def test_the_list_of_open_data_asks_once_whether_there_is_an_index(client, eve):
    eve.launch()
    with CaptureQueriesContext(connection) as asked:
        keys = [one.key for one in client.get("/data/").context["datasets"]]
    assert sum(key.startswith("index") for key in keys) == 3
    assert sum('FROM "challenge_campaign"' in one["sql"] for one in asked) == 1


def test_an_example_stands_there_only_for_want_of_a_real_one():
    def launched(**fields):
        campaign = CampaignFactory(stage=Stage.LAUNCHED, **fields)
        snapshot = Snapshot.objects.create(campaign=campaign, number=1, digest=campaign.slug)
        # Past the redactieraad: only which of them it is matters here.
        Release.objects.bulk_create([Release(campaign=campaign, snapshot=snapshot, live=True)])
        return campaign

    assert newest_launched() is None
    example = launched(launch_at=NOW)
    assert newest_launched() == example
    older = launched(council__is_example=False, launch_at=NOW - dt.timedelta(days=400))
    newer = launched(council__is_example=False, launch_at=NOW - dt.timedelta(days=40))
    assert newest_launched() == newer
    CampaignFactory(stage=Stage.READY, council__is_example=False)
    newer.release.delete()
    assert newest_launched() == older
