"""The codes of the challenge, and how readers see them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Choice(models.TextChoices):
    """What a council member can answer. No answer is a state, and none of these."""

    ACCEPT = "accept", _("I take it on")
    NO = "no", _("No, I can't or won't")
    NONSENSE = "nonsense", _("I could, but I find it nonsense")


# In the order in which the four outcomes are shown, as equals.
NO_ANSWER = "none"
OUTCOMES = (Choice.NO.value, Choice.ACCEPT.value, NO_ANSWER, Choice.NONSENSE.value)


class Audience(models.TextChoices):
    """Who may read something that a council member wrote."""

    PRIVATE = "private", _("Only I")
    JOURNALIST = "journalist", _("The journalist too")
    PUBLIC = "public", _("Everybody")


class Spending(models.TextChoices):
    """What money goes to in a week."""

    FOOD = "food", _("Food and drink")
    CARE = "care", _("Washing and care")
    HOUSEHOLD = "household", _("Household")
    TRAVEL = "travel", _("Travel")
    CLOTHES = "clothes", _("Clothes")
    CHILDREN = "children", _("Children")
    PHONE = "phone", _("Telephone and internet")
    OUTINGS = "outings", _("Outings and gifts")
    PETS = "pets", _("Pets")
    OTHER = "other", _("Something else")


class Outside(models.TextChoices):
    """Why a member is outside the count."""

    REPLACED = "replaced", _("replaced by another member")
    LEAVE = "leave", _("on leave")
    ILL = "ill", _("ill")


class Channel(models.TextChoices):
    """How a member was contacted."""

    MAIL = "mail", _("e-mail")
    PHONE = "phone", _("telephone")
    POSTCARD = "postcard", _("postcard")
    VISIT = "visit", _("in person")


class Result(models.TextChoices):
    """What came of a contact."""

    SENT = "sent", _("sent")
    REACHED = "reached", _("spoken to")
    MESSAGE = "message", _("left a message")
    NOBODY = "nobody", _("nobody answered")
    HANDED_OVER = "handed-over", _("handed over")
    BOUNCED = "bounced", _("could not be delivered")


class AddressStanding(models.TextChoices):
    """What is known of a member's e-mail address."""

    UNKNOWN = "unknown", _("not verified")
    VERIFIED = "verified", _("verified")
    BOUNCED = "bounced", _("not reached")


class LetterKind(models.TextChoices):
    """The letters of a campaign, in the order in which they are due."""

    INVITATION = "invitation", _("invitation")
    RECEIPT = "receipt", _("reminder to confirm receipt")
    DECISION = "decision", _("question for the decision")
    LAST_REMINDER = "last-reminder", _("last reminder")
    WEEK_STARTS = "week-starts", _("your week begins")
    WEEK_ENDS = "week-ends", _("your week is over")
    RECORD = "record", _("what will be published about you")
    LAUNCH = "launch", _("the results are public")
    LINK = "link", _("your personal link once more")


class Stage(models.TextChoices):
    """Where a campaign stands."""

    PREPARING = "preparing", _("being prepared")
    RUNNING = "running", _("running")
    REPLYING = "replying", _("members look at their record")
    READY = "ready", _("ready for the launch")
    LAUNCHED = "launched", _("launched")
    CANCELLED = "cancelled", _("called off")


class FactKey(models.TextChoices):
    """The five facts of a member, in the order in which they are written."""

    ANSWERED = "answered", _("gave an answer")
    ACCEPTED = "accepted", _("took it on")
    LOGBOOK = "logbook", _("shared a logbook")
    WEEK = "week", _("kept it up for a week")
    WITHIN = "within", _("stayed within the amount")
