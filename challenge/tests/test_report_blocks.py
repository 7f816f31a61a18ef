"""What a report shows of the data: to whom, since when, and until its writer takes it back."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.urls import reverse

from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from accounts.groups import give_pages_to_all
from challenge import models
from challenge.blocks import ReportBlocks
from challenge.journalist.forms.reports import ReportForm
from challenge.journalist.reporting import spent_in_public
from challenge.journalist.voices import named, voices
from challenge.tests import factories
from challenge.tests.desk import account
from challenge.tests.whole import ENTRY, NEVER, STATEMENT, STOPPED, WORDS, on_the_eve
from challenge.vocabulary import Audience, Choice
from core.pagecache.registry import showings_of

pytestmark = pytest.mark.django_db

FIGURE = ("live_figure", {"title": "", "what": "accept", "form": "count"})
TABLE = ("outcomes_table", {"caption": "De antwoorden"})


@pytest.fixture
def whole():
    return on_the_eve()


def name_of(words):
    """Return under which name these words can be quoted."""
    return next(one.name for one in voices(models.Campaign.objects.get()) if one.words == words)


def quote(words):
    return ("voice", {"source": name_of(words), "introduction": ""})


def drawn(report, user, *blocks):
    """Return a report with these blocks as this person reads it."""
    page = models.ReportPage.objects.get(pk=report.pk)
    page.body = list(blocks)
    context = {"page": page, "request": SimpleNamespace(user=user)}
    return str(page.body.stream_block.render(page.body, context))


def readers():
    """Return people by whether they may read figures, and quotes, before the launch."""
    return {
        "Journalist": (True, True),
        "Beheer": (True, True),
        "Programmateam": (False, False),
        "Redactie": (False, False),
        "Vertalers": (False, False),
    }


def test_live_data_in_a_draft_are_for_who_may_read_responses(whole):
    content = (FIGURE, TABLE, quote(STATEMENT))
    for kind, (figures, quotes) in readers().items():
        shown = drawn(whole.report, account(kind), *content)
        assert ("fact__value" in shown, 'data-outcome="no"' in shown) == (figures, figures), kind
        assert (STATEMENT in shown) == quotes, kind
    voter = drawn(whole.report, whole.council[0], *content)
    assert "fact__value" not in voter
    assert STATEMENT in voter
    nobody = drawn(whole.report, AnonymousUser(), *content)
    assert STATEMENT not in nobody
    assert nobody.count('class="notice"') == 3


def test_from_the_launch_everybody_sees_the_figures_of_what_was_released(whole):
    whole.launch()
    shown = drawn(whole.report, AnonymousUser(), FIGURE, TABLE, quote(STATEMENT))
    assert STATEMENT in shown
    # Two took it on, two said no, one finds it nonsense, one did not reply.
    assert '<div class="fact__value"><bdi>2</bdi></div>' in shown
    assert shown.count("data-outcome=") == 4


@pytest.mark.parametrize("what", ["outcomes", "parties"])
def test_plots_are_drawn_from_the_snapshot(whole, what):
    whole.launch()
    block = ("live_figure", {"title": "", "what": what, "form": "plot"})
    assert "plot__bar" in drawn(whole.report, AnonymousUser(), block)


def test_money_is_counted_over_public_entries_only(whole):
    before = spent_in_public(whole.campaign)
    entry = models.Entry.objects.filter(audience=Audience.PUBLIC).first()
    for audience in (Audience.PRIVATE, Audience.JOURNALIST):
        factories.EntryFactory(week=entry.week, cents=999, audience=audience)
    assert spent_in_public(whole.campaign) == before
    factories.EntryFactory(week=entry.week, cents=999, audience=Audience.PUBLIC)
    more = sum(spent_in_public(whole.campaign).values()) - sum(before.values())
    assert more == Decimal("9.99")


def test_nothing_can_be_quoted_that_is_not_for_everybody(whole):
    said = {voice.words for voice in voices(whole.campaign)}
    assert {STATEMENT, ENTRY, STOPPED, *WORDS.values()} <= said
    assert not [words for words in said if words in NEVER]
    hidden = models.Entry.objects.filter(audience=Audience.PRIVATE).first()
    other = models.Answer.objects.filter(audience=Audience.JOURNALIST).first()
    names = [f"entry-{hidden.pk}", f"answer-{other.pk}", "entry-0", "week-1", "stop-9" * 9, ""]
    assert named(names) == {}


def withdraw(words):
    """Take words back as their writer would."""
    if words == STATEMENT:
        invitee = models.Statement.objects.get().invitee
        models.Statement.objects.create(invitee=invitee, words="")
    elif words == STOPPED:
        models.Week.objects.filter(stopped_at__isnull=False).update(stop_audience=Audience.PRIVATE)
    elif words == ENTRY:
        entry = models.Entry.objects.get(pk=int(name_of(ENTRY).partition("-")[2]))
        entry.removed_at = factories.NOW
        entry.save()
    else:
        answer = models.Answer.objects.get(pk=int(name_of(words).partition("-")[2]))
        models.Answer.objects.create(
            invitee=answer.invitee, number=answer.number + 1, choice=Choice.NO
        )


@pytest.mark.parametrize("words", [STATEMENT, STOPPED, ENTRY, WORDS[Choice.NO]])
def test_a_quote_disappears_when_its_writer_takes_it_back(whole, words):
    whole.launch()
    block = quote(words)
    assert words in drawn(whole.report, AnonymousUser(), block)
    withdraw(words)
    shown = drawn(whole.report, AnonymousUser(), block)
    assert words not in shown
    assert "quote" not in shown
    with pytest.raises(StructBlockValidationError) as refused:
        ReportBlocks().child_blocks["voice"].clean(dict([block])["voice"])
    assert "source" in refused.value.block_errors


def test_a_report_with_a_quote_that_is_gone_cannot_be_submitted(whole):
    page = whole.report
    page.body = [quote(STATEMENT), FIGURE]
    assert page.faults_before_submitting() == []
    withdraw(STATEMENT)
    page = models.ReportPage.objects.get(pk=page.pk)
    page.body = [("voice", {"source": "statement-1", "introduction": ""})]
    assert len(page.faults_before_submitting()) == 1


def test_words_of_another_campaign_are_a_fault_and_are_not_shown(whole):
    stranger = factories.InviteeFactory()
    said = models.Statement.objects.create(invitee=stranger, words="Van elders")
    block = ("voice", {"source": f"statement-{said.pk}", "introduction": ""})
    page = whole.report
    page.body = [block]
    assert any(stranger.member.name in fault for fault in page.faults_before_submitting())
    assert "Van elders" not in drawn(page, account("Journalist"), block)


@pytest.mark.parametrize(
    ("what", "form", "is_fine"),
    [
        ("accept", "count", True),
        ("answered", "share", True),
        ("spent", "plot", True),
        ("accept", "plot", False),
        ("parties", "count", False),
        ("outcomes", "share", False),
    ],
)
def test_a_figure_is_shown_in_a_form_that_it_has(what, form, is_fine):
    body = ReportBlocks()
    value = body.to_python(
        [{"type": "live_figure", "value": {"title": "", "what": what, "form": form}}]
    )
    if is_fine:
        body.clean(value)
        return
    with pytest.raises(StreamBlockValidationError):
        body.clean(value)


def options(report, user):
    """Return the words that the form of a report offers to this person."""
    form_class = models.ReportPage.get_edit_handler().get_form_class()
    assert issubclass(form_class, ReportForm)
    form = form_class(instance=report, for_user=user)
    source = form.fields["body"].block.child_blocks["voice"].child_blocks["source"]
    return dict(source.field.widget.choices)


def test_the_list_of_words_is_for_who_may_read_responses(whole):
    report = models.ReportPage.objects.get(pk=whole.report.pk)
    offered = options(report, account("Journalist"))
    assert len(offered) == len(list(voices(whole.campaign))) + 1
    assert any(STATEMENT in str(label) for label in offered.values())
    # Who opens the form next reads nothing of what was offered to another.
    assert list(options(report, account("Redactie"))) == [""]
    whole.launch()
    report = models.ReportPage.objects.get(pk=whole.report.pk)
    assert len(options(report, account("Programmateam"))) == len(offered)


def test_what_was_chosen_stays_chosen_for_who_may_not_read_it(whole):
    report = models.ReportPage.objects.get(pk=whole.report.pk)
    report.body = [quote(STATEMENT)]
    kept = options(report, account("Redactie"))
    assert list(kept) == ["", name_of(STATEMENT)]
    assert STATEMENT not in str(kept)


def test_a_figure_without_a_snapshot_leaves_no_hole():
    report = SimpleNamespace(figures=None, shows_figures_to=lambda _user: True)
    page = SimpleNamespace(with_data=report)
    block = ReportBlocks().child_blocks["live_figure"]
    value = block.to_python(FIGURE[1])
    assert str(block.render(value, {"page": page})) == ""


def test_the_journalist_writes_the_report_in_the_admin_and_nothing_else(client, whole):
    give_pages_to_all()
    report = reverse("wagtailadmin_pages:edit", args=[whole.report.pk])
    page = reverse("wagtailadmin_pages:edit", args=[whole.page.pk])
    new = reverse("wagtailadmin_pages:add", args=["challenge", "reportpage", whole.page.pk])
    client.force_login(account("Journalist"))
    for url in (report, new):
        response = client.get(url)
        assert response.status_code == 200
        assert STATEMENT in response.content.decode()
    assert client.get(page).status_code == 302
    client.force_login(account("Redactie"))
    for url in (report, new):
        assert STATEMENT not in client.get(url).content.decode()


def test_a_kept_report_is_forgotten_when_words_change_and_not_before_it_is_public(
    whole, django_assert_num_queries
):
    entry = models.Entry.objects.filter(audience=Audience.PUBLIC).first()
    said = models.Statement.objects.get()
    quoted = (entry, said, entry.week, models.Answer.objects.first())
    for is_public in (False, True):
        if is_public:
            whole.launch()
        for one in quoted:
            fresh = type(one).objects.get(pk=one.pk)
            with django_assert_num_queries(1):
                shown = {page.pk for pages in showings_of(fresh) for page in pages}
            assert shown == ({whole.report.pk, whole.page.pk} if is_public else set()), one
    of_release = [pages for pages in showings_of(whole.release) if isinstance(pages, QuerySet)]
    assert whole.report.pk in {page.pk for pages in of_release for page in pages}
