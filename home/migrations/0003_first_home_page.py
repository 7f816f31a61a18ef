"""A site that answers from its first minute: the languages and a Dutch home page."""

from django.db import migrations

from languages.registry import LANGUAGES, SOURCE


def make_home_page(apps, schema_editor):
    """Replace Wagtail's welcome page by our Dutch home page, once."""
    content_type = apps.get_model("contenttypes", "ContentType")
    locale = apps.get_model("wagtailcore", "Locale")
    page = apps.get_model("wagtailcore", "Page")
    site = apps.get_model("wagtailcore", "Site")
    home_page = apps.get_model("home", "HomePage")

    for language in LANGUAGES:
        locale.objects.get_or_create(language_code=language.code)
    page.objects.filter(depth=2, slug="home").delete()
    homepage_type, _ = content_type.objects.get_or_create(model="homepage", app_label="home")
    home = home_page.objects.create(
        title="Warm Rotterdam",
        draft_title="Warm Rotterdam",
        slug="home",
        lead="Samen maken we van Rotterdam een warme stad voor iedereen.",
        content_type=homepage_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale.objects.get(language_code=SOURCE),
    )
    page.objects.filter(depth=1).update(numchild=1)
    site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": 80,
            "site_name": "Warm Rotterdam",
            "root_page_id": home.pk,
        },
    )


def remove_home_page(apps, schema_editor):
    """Take our home page away again."""
    apps.get_model("home", "HomePage").objects.filter(depth=2).delete()


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("home", "0002_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(make_home_page, remove_home_page)]
