"""Pages and records of the programme."""

from projects.models.facts import Fact
from projects.models.organisations import Organisation
from projects.models.pages import AgendaPage, FactsPage, ProjectIndexPage
from projects.models.people import Person, PersonRole
from projects.models.places import Area, Neighbourhood
from projects.models.programme_lines import ProgrammeLine
from projects.models.quotes import Quote

__all__ = [
    "AgendaPage",
    "Area",
    "Fact",
    "FactsPage",
    "Neighbourhood",
    "Organisation",
    "Person",
    "PersonRole",
    "ProgrammeLine",
    "ProjectIndexPage",
    "Quote",
]
