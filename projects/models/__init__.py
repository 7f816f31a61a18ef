"""Pages and records of the programme."""

from projects.models.pages import AgendaPage, FactsPage, ProjectIndexPage
from projects.models.records import ProgrammeLine

__all__ = ["AgendaPage", "FactsPage", "ProgrammeLine", "ProjectIndexPage"]
