"""What the newsletter has done by the task queue. A task knows numbers only, never an address."""

from __future__ import annotations

from django_tasks import task

from django.contrib.auth import get_user_model

from core.letters import send, sending
from languages.registry import SOURCE
from magazine.models import EditionPage, Mailing, Subscriber
from magazine.newsletter.emails import EditionMail
from magazine.newsletter.keys import subscriber_token
from magazine.newsletter.links import link_that_confirms, links_of
from magazine.newsletter.sending import go_on, send_some
from magazine.newsletter.subscribing import give_key


# Somebody looks in their mailbox now.
@task(priority=50)
def answer_request(subscriber_id: int, attempt: int = 0) -> None:
    """Mail the link that confirms; who subscribed before is told that instead."""
    subscriber = Subscriber.objects.filter(pk=subscriber_id).first()
    if subscriber is None:
        return
    language = subscriber.languages[0] if subscriber.languages else SOURCE
    if subscriber.confirmed_at:
        name, context = "already", links_of(subscriber_token(subscriber.pk), language)
    else:
        name, context = "confirm", {"confirm": link_that_confirms(give_key(subscriber), language)}
    with sending(answer_request, attempt, subscriber_id):
        send(
            subscriber.unlock_address(),
            f"magazine/newsletter/mail/{name}",
            context,
            language=language,
        )


@task(priority=50)
def mail_test(edition_id: int, user_id: int, attempt: int = 0) -> None:
    """Mail an edition to the editor who wants to see it first."""
    edition = EditionPage.objects.live().filter(pk=edition_id).first()
    user = get_user_model().objects.filter(pk=user_id).first()
    if edition is None or user is None:
        return
    letter = EditionMail(edition).letter(user.email, edition.locale.language_code)
    with sending(mail_test, attempt, edition_id, user_id):
        letter.send()


@task(priority=10)
def mail_some(mailing_id: int) -> None:
    """Send the next letters of a mailing, and put the ones after them in the queue."""
    mailing = Mailing.objects.filter(pk=mailing_id, finished_at=None).first()
    if mailing is not None and send_some(mailing):
        mail_some.enqueue(mailing_id)


def take_up_again() -> None:
    """Go on with the mailings that stand still. Called every few minutes by the clock."""
    for mailing in Mailing.objects.filter(finished_at=None):
        if go_on(mailing):
            mail_some.enqueue(mailing.pk)
