"""The groups of people who work on the site, and what each may do.

`GROUPS` declares it; `sync` brings the database up to it after every migration. It
only ever adds: what an administrator gave a group by hand stays. Publishing what
is governed is a matter of the redactieraad, not of these permissions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

TRANSLATORS = "Vertalers"
HOME_DEPTH = 2
# Where in the tree of pages a group works. Any other value names a type of page.
EVERYWHERE = "everywhere"
TRANSLATIONS = "translations"

ADMIN = ("wagtailadmin.access_admin",)
TRANSLATE = ("wagtail_localize.submit_translation",)
# Wagtail checks the permissions of its own picture and document, also for ours; who may
# change a file there may delete it too.
KINDS = ("wagtailimages.{}_image", "wagtaildocs.{}_document")
FILES = tuple(kind.format(action) for kind in KINDS for action in ("add", "change", "choose"))
CONSENTS = tuple(f"magazine.{action}_consent" for action in ("view", "add", "change"))
TAKE_OFFLINE = ("redactieraad.take_offline", "redactieraad.let_appear")
# Only what is live can be mailed, so what was approved.
MAIL = ("magazine.send_mailing",)
MEMBERS = tuple(f"redactieraad.{action}_member" for action in ("view", "add", "change"))
# What readers say is not right at a place, and that all is right there.
REPORTS = (
    "warmtebronnen.view_report",
    "warmtebronnen.change_report",
    "warmtebronnen.add_confirmation",
)
IMPORT = ("warmtebronnen.import_places",)
PARTNERS = tuple(f"warmtebronnen.{action}_tending" for action in ("view", "add", "delete"))
# Everything that council members answered, and what they shared of their logbooks.
READ_RESPONSES = ("challenge.read_responses",)
# Councils and campaigns are never deleted: what happened in them is kept.
RUN_CAMPAIGNS = (
    "challenge.run_campaign",
    *(
        f"challenge.{action}_{model}"
        for model in ("council", "party", "councilmember", "campaign", "guest")
        for action in ("view", "add", "change")
    ),
    "challenge.delete_guest",
)
# How the index is reckoned, what it was at a moment, and what is asked to be published of it.
INDEX = (
    *(
        f"challenge.{action}_{model}"
        for model in ("method", "release")
        for action in ("view", "add", "change")
    ),
    "challenge.view_snapshot",
    "challenge.add_snapshot",
)
CHOOSE_FILES = tuple(kind.format("choose") for kind in KINDS)
COLLECTIONS = tuple(f"wagtailcore.{action}_collection" for action in ("add", "change", "delete"))
WRITE = ("add_page", "change_page")
RECORDS = "projects"
QUOTES = ("projects.add_quote", "projects.change_quote")


@dataclass(frozen=True)
class GroupRules:
    """What one group may do.

    Attributes:
        permissions: everywhere in the admin, as `app.codename`.
        files: with pictures and documents and the collections that hold them.
        pages: on pages, by where in the tree; each also holds for the pages below.
        records: with the records of the programme: `add`, `change`, `delete`, `publish`, `view`.

    """

    permissions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pages: tuple[tuple[str, tuple[str, ...]], ...] = ()
    records: tuple[str, ...] = ()


GROUPS = {
    "Redactie": GroupRules(
        permissions=ADMIN + TAKE_OFFLINE + CONSENTS + MAIL + QUOTES + REPORTS,
        files=FILES,
        pages=((EVERYWHERE, WRITE),),
        records=("view",),
    ),
    TRANSLATORS: GroupRules(
        permissions=ADMIN + TRANSLATE,
        files=CHOOSE_FILES,
        pages=((TRANSLATIONS, ("change_page",)),),
        # Only the translations: accounts.wagtail_hooks keeps the originals closed.
        records=("view", "change"),
    ),
    "Programmateam": GroupRules(
        permissions=ADMIN + REPORTS + IMPORT + INDEX + RUN_CAMPAIGNS,
        files=FILES,
        pages=(
            ("projects.ProjectIndexPage", WRITE),
            ("projects.AgendaPage", WRITE),
            ("projects.FactsPage", WRITE),
            ("challenge.ChallengeIndexPage", WRITE),
        ),
        records=("view", "add", "change", "delete", "publish"),
    ),
    "Beheer": GroupRules(
        permissions=(
            *ADMIN,
            *TRANSLATE,
            *TAKE_OFFLINE,
            *CONSENTS,
            "magazine.delete_consent",
            *MAIL,
            *MEMBERS,
            *REPORTS,
            *PARTNERS,
            "warmtebronnen.view_privateaddress",
            *IMPORT,
            *INDEX,
            *RUN_CAMPAIGNS,
            *READ_RESPONSES,
            "accounts.add_user",
            "accounts.change_user",
            "accounts.delete_user",
            "home.change_organisationsettings",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
        ),
        files=FILES + COLLECTIONS,
        pages=(
            (
                EVERYWHERE,
                (*WRITE, "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
            ),
        ),
        records=("view", "add", "change", "delete", "publish"),
    ),
    # These work at desks of their own, outside the admin.
    "Redactieraad": GroupRules(),
    # Theirs too; in the admin they see their own pages, by a policy of the directory.
    "Partners": GroupRules(permissions=ADMIN),
    # The desk is to read; the report is written in the admin, below its campaign.
    "Journalist": GroupRules(
        permissions=ADMIN + READ_RESPONSES,
        files=CHOOSE_FILES,
        # What they add is theirs to change; what the team wrote is not.
        pages=(
            ("challenge.ChallengeIndexPage", ("add_page",)),
            ("challenge.ReportPage", ("change_page",)),
        ),
    ),
}


def sync() -> None:
    """Make the groups and give each what it is declared to have."""
    for name, rules in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        names = (*rules.permissions, *_record_permissions(rules.records))
        group.permissions.add(*_permissions(names))
        _give_files(group, rules.files)
        _give_pages(group, rules.pages)


def give_pages_to_all() -> None:
    """Give the groups their rights on pages that are new since `sync`."""
    for group in Group.objects.filter(name__in=GROUPS):
        _give_pages(group, GROUPS[group.name].pages)


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    """Return the permissions with these names, each as `app.codename`."""
    if not names:
        return []
    wanted = Q()
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def _record_permissions(actions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the permissions for these actions on every record."""
    models = [
        model for model in apps.get_app_config(RECORDS).get_models() if not issubclass(model, Page)
    ]
    return tuple(
        f"{RECORDS}.{action}_{model._meta.model_name}"
        for model in models
        for action in actions
        if action != "publish" or not getattr(model, "is_governed", False)
    )


def _give_files(group: Group, names: tuple[str, ...]) -> None:
    """Let the group work with the pictures and documents of every collection."""
    root = Collection.get_first_root_node()
    if root is None:
        return
    for permission in _permissions(names):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )


def _give_pages(group: Group, pages: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    """Let the group work on its parts of the tree, as far as those exist."""
    for where, codenames in pages:
        names = tuple(f"wagtailcore.{codename}" for codename in codenames)
        for permission in _permissions(names):
            for page in _tops(where):
                GroupPagePermission.objects.get_or_create(
                    group=group, page=page, permission=permission
                )


def _tops(where: str) -> Iterator[Page]:
    """Return the pages below which, and on which, a group may work."""
    if where == EVERYWHERE:
        yield from Page.objects.filter(depth=1)
    elif where == TRANSLATIONS:
        homes = Page.objects.filter(depth=HOME_DEPTH)
        yield from homes.exclude(locale__language_code=settings.LANGUAGE_CODE)
    else:
        app, model = where.split(".")
        yield from Page.objects.filter(
            content_type__app_label=app, content_type__model=model.lower()
        )
