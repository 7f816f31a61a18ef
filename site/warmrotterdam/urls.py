"""Every address of the site. Feature apps bring their own `urls.py`; this module names them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.urls import in_place_of_wagtails, in_place_of_wagtails_public
from challenge.admin_doors import in_place_of_wagtails as withholding
from redactieraad.register.views import register_csv
from warmtebronnen.directory.service_worker import service_worker

handler400 = "core.errors.bad_request"
handler500 = "core.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("beheer/", include(in_place_of_wagtails)),
    path("beheer/", include(withholding)),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("inloggen/", include("accounts.urls")),
    path("redactieraad/", include("redactieraad.desk.urls")),
    path("partner/", include("warmtebronnen.desk.urls")),
    path("journalist/", include("challenge.journalist.urls")),
    path("uitdaging/", include("challenge.urls")),
    path("data/", include("core.opendata.urls")),
    path("data/register.csv", register_csv, name="redactieraad_register_csv"),
    path("", include("core.urls")),
    path("", include("projects.urls")),
    path("", include("warmtebronnen.exchange.urls")),
    path("", include("challenge.publication.data.urls")),
    path("", include("challenge.people.urls")),
    path("sw.js", service_worker, name="service_worker"),
    path("", include("languages.urls")),
]

urlpatterns += i18n_patterns(
    path("zoeken/", include("search.urls")),
    path("register/", include("redactieraad.urls")),
    path("nieuwsbrief/", include("magazine.newsletter.urls.readers")),
    path("", include("magazine.print.urls")),
    path("warmtebronnen/", include("warmtebronnen.urls")),
    path("", include(in_place_of_wagtails_public)),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)
