"""The register as open data, column by column."""

from django.utils.translation import gettext_lazy as _

from core.opendata import Column, DataFile, Dataset

REGISTER_COLUMNS = (
    Column("number", "integer", _("Number of the entry; entries are never changed or removed.")),
    Column("happened_at", "datetime", _("Moment, with its distance to UTC.")),
    Column("kind", "string", _("One of: published, offline.")),
    Column(
        "reason",
        "string",
        _(
            "Why it was taken offline. One of: editors, correction, request, consent-withdrawn, "
            "consent-expired, expired, deleted."
        ),
    ),
    Column("model", "string", _("Kind of text.")),
    Column("object_id", "string", _("Number of the text, unique within its kind.")),
    Column("translation_key", "string", _("The same for a text and its translations.")),
    Column("language", "string", _("Language of the text (BCP 47).")),
    Column("revision", "integer", _("Number of the revision that was published.")),
    Column("fingerprint", "string", _("SHA-256 of the text.")),
    Column("approvals", "integer", _("How many members of the redactieraad approved the text.")),
    Column("experts", "integer", _("How many of those are experience experts.")),
    Column("follows", "integer", _("Number of the entry of the text that this one translates.")),
    Column("previous_hash", "string", _("Hash of the entry before this one.")),
    Column("entry_hash", "string", _("SHA-256 of all that this entry says.")),
)

REGISTER = Dataset(
    key="register",
    title=_("Register of publications"),
    description=_(
        "Everything that the redactieraad let appear on this site, and everything that was "
        "taken offline. It holds no titles and no names."
    ),
    files=(DataFile("redactieraad_register_csv", "CSV"),),
    columns=REGISTER_COLUMNS,
)
