"""What the style guide fills the magazine's components with: example content, in Dutch."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from wagtail.images import get_image_model

from magazine.lists.cards import StoryCard
from magazine.lists.choices import Choice, Choices
from magazine.models import EditionPage, StoryPage
from magazine.story.sharing import share_links
from magazine.story.surroundings import Around, Label, MadeBy

Kind, Season = StoryPage.Kind, EditionPage.Season
DAY = dt.date(2019, 9, 21)
HERE = "#inhoud"
ADDRESS = "https://www.voorbeeld.example/nl/magazine/verhaal/"
TRANSCRIPT = "Dit is een voorbeeld.\n\nHier staat wat iemand in de opname zegt."


def _card(title: str, kind: StoryPage.Kind, **fields: Any) -> StoryCard:
    values: dict[str, Any] = {
        "pk": 0,
        "url": HERE,
        "summary": "Waar het verhaal over gaat, in een of twee zinnen.",
        "date": DAY,
        "minutes": 4,
        "line": "",
        "language": "",
        "person": "",
        "is_example": False,
        "picture_id": None,
    }
    return StoryCard(title=title, kind=str(kind.label), **(values | fields))


def _chosen() -> SimpleNamespace:
    return SimpleNamespace(chosen=[Choice("Column", "", None, is_chosen=True)])


def _filters() -> list[Choices]:
    kinds = [
        Choice("Column", "", 3, is_chosen=True),
        Choice("Interview", "", 12, is_chosen=False),
    ]
    lines = [Choice("Passend werk", "", 2, is_chosen=False)]
    return [
        Choices("soort", "Soort", kinds, is_used=True),
        Choices("lijn", "Programmalijn", lines, is_used=False),
    ]


def _around() -> Around:
    return Around(
        lines=[Label("Passend werk", "passend-werk")],
        tags=[Label("brieven", "brieven"), Label("werk", "werk")],
        area=Label("Delfshaven", "delfshaven"),
        series=Label("Aan de keukentafel", "1"),
        makers=[
            MadeBy("Fenna Voorbeeld", HERE, ("text", "photo"), is_example=True),
            MadeBy("Idris Voorbeeld", "", ("drawing",), is_example=True),
        ],
        before=_card("Het verhaal ervoor", Kind.COLUMN),
        after=_card("Een verhaal in het Engels", Kind.NEWS, language="en"),
        in_series=[_card("Deel een", Kind.INTERVIEW), _card("Deel twee", Kind.INTERVIEW)],
    )


def _portrait(quote: str) -> SimpleNamespace:
    return SimpleNamespace(
        eyebrow=str(Kind.PORTRAIT.label),
        title="Iemand die je vaker ziet",
        person_name="Tulp",
        is_example=True,
        person_quote=quote,
        intro="Een verzonnen Rotterdammer, zoals een portret begint.",
        story_date=DAY,
        reading_minutes=5,
        cover_caption="Voorbeeld: een getekend portret.",
        cover_alt="",
    )


def samples() -> dict[str, Any]:
    """Return the components' example content; pictures are of what the site has, if it has any."""
    picture = get_image_model().objects.order_by("pk").first()
    recording = SimpleNamespace(url=HERE, file_size=2_400_000)
    return {
        "feature": _card("Het verhaal bovenaan de lijst", Kind.REPORTAGE, picture=picture),
        "cards": [
            _card("Een verhaal met een lijn", Kind.COLUMN, line="uit-de-schulden"),
            _card("Een portret", Kind.PORTRAIT, person="Tulp", is_example=True, picture=picture),
            _card("A story in another language", Kind.OPINION, language="en", minutes=1),
        ],
        "editions": [
            EditionPage(number=number, season=season, year=2019)
            for number, season in enumerate(Season, start=1)
        ],
        "cover": picture,
        "around": _around(),
        "edition": {"title": "Zomer 2019"},
        "told": _portrait("Ik laat me niet kleiner maken."),
        "untold": _portrait(""),
        "spoken": SimpleNamespace(audio=recording, audio_transcript=TRANSCRIPT),
        "share": share_links("Een verhaal", ADDRESS),
        "address": ADDRESS,
        "stories": _chosen(),
        "filters": _filters(),
    }
