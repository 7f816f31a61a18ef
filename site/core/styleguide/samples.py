"""What the style guide fills the components with: example content, in Dutch as the blocks' own."""

from __future__ import annotations

from django import forms
from django.core.paginator import Page, Paginator

# The tokens of colour, as named in tokens.css.
COLOURS = [
    "paper",
    "card",
    "ink",
    "ink-soft",
    "ember",
    "sun",
    "glow",
    "line",
    "warme-stad",
    "jij-doet-ertoe",
    "uit-de-schulden",
    "passend-werk",
]
LINES = {
    "warme-stad": "Warme stad, hand in hand",
    "jij-doet-ertoe": "Jij doet ertoe",
    "uit-de-schulden": "Uit de schulden",
    "passend-werk": "Passend werk",
}
CARDS = [
    {
        "title": "Buurttuin voorbeeld",
        "summary": "Samen zaaien, oogsten en eten. Je kunt zo binnenlopen.",
        "eyebrow": "Warmtebron",
        "meta": "Delfshaven",
        "has_picture": True,
    },
    {
        "title": "Aan de keukentafel over ongeopende brieven",
        "summary": "Een verhaal over de eerste envelop die weer openging.",
        "line": "uit-de-schulden",
    },
    {"title": "Alleen een titel"},
]
TAGS = ["wonen", "schulden", "Delfshaven"]
PROGRESS = [
    {"label": "Ervaringsdeskundigen die meedoen", "reached": 124, "target": 200},
    {"label": "Informele partners", "reached": 0, "target": 150, "line": "jij-doet-ertoe"},
    {"label": "Bijeenkomsten", "reached": 20, "target": 20, "line": "passend-werk"},
]
TIMELINE = [
    {"when": "Mei 2019", "title": "De stichting is opgericht", "is_done": True},
    {
        "when": "Oktober 2019",
        "title": "De campagne begint",
        "text": "Met een tocht langs tien warmtebronnen.",
        "is_done": True,
    },
    {"when": "Volgend jaar", "title": "De proef met het keurmerk"},
]
IN_SHORT = "Je kunt hier hulp krijgen bij brieven. Het kost niets. Je hoeft geen afspraak te maken."


class ExampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Je naam")
    phone = forms.CharField(
        label="Telefoonnummer",
        help_text="Dan kunnen we je bellen. We geven je nummer aan niemand door.",
        error_messages={
            "required": "Vul een telefoonnummer in, dan kunnen we je bereiken.",
        },
    )
    story = forms.CharField(label="Je vraag", widget=forms.Textarea({"rows": 4}), required=False)
    area = forms.ChoiceField(
        label="Je deel van de stad", choices=[("noord", "Noord"), ("zuid", "Zuid")]
    )
    when = forms.ChoiceField(
        label="Wanneer mogen we bellen?",
        choices=[("morning", "'s Ochtends"), ("afternoon", "'s Middags")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wanneer we mogen bellen."},
    )
    agreed = forms.BooleanField(
        label="Ik vind het goed dat jullie mij bellen",
        error_messages={"required": "Zonder je toestemming mogen we niet bellen."},
    )


class ExampleFilterForm(forms.Form):
    """Choosing from a list."""

    words = forms.CharField(label="Zoekwoord", required=False)
    area = forms.ChoiceField(
        label="Deel van de stad",
        choices=[("", "Heel Rotterdam"), ("noord", "Noord"), ("zuid", "Zuid")],
        required=False,
    )


def forms_in_their_states() -> dict[str, forms.Form]:
    """Return the example form as it is first seen, with errors, and the filter form."""
    return {
        "fresh_form": ExampleForm(prefix="fresh"),
        "wrong_form": ExampleForm({"wrong-name": "Voorbeeld"}, prefix="wrong"),
        "filter_form": ExampleFilterForm(prefix="filter"),
    }


def middle_of_a_list() -> Page[int]:
    """Return the second of three pages."""
    return Paginator(range(30), 10).page(2)
