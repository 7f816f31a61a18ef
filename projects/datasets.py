"""What the programme gives away as open data, column by column."""

from django.utils.translation import gettext_lazy as _

from core.opendata import Column, DataFile, Dataset

FACT_COLUMNS = (
    Column("key", "string", _("Names the fact; the same in every language and for ever.")),
    Column("language", "string", _("Language of the words in this row (BCP 47).")),
    Column("topic", "string", _("One of: poverty, debt, work, children, organisation.")),
    Column("statement", "string", _("The fact in a sentence.")),
    Column("value", "number", _("The figure, with a point before the decimals.")),
    Column(
        "unit",
        "string",
        _("One of: percent, people, households, organisations, vacancies, euro, number."),
    ),
    Column("precision", "string", _("How the source gives it: exact, about, over or nearly.")),
    Column("where", "string", _("The place or the people that the figure is about.")),
    Column("year", "integer", _("The year that the figure is about; empty if unknown.")),
    Column("comparison_value", "number", _("A figure to compare with, in the same unit.")),
    Column("comparison_where", "string", _("What the figure to compare with is about.")),
    Column("source_title", "string", _("Title of the source.")),
    Column("source_publisher", "string", _("Who published the source.")),
    Column("source_url", "string", _("Address of the source, if it is online.")),
    Column("review_by", "date", _("After this day the figure may be out of date.")),
)

FACTS = Dataset(
    key="facts",
    title=_("Facts and figures"),
    description=_(
        "The figures about poverty, debt and work that this site shows, each with its source. "
        "One row for each fact and language."
    ),
    files=(DataFile("facts_csv", "CSV"),),
    columns=FACT_COLUMNS,
)
