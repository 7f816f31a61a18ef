"""Addresses that belong to no feature: health, share pictures and the well-known files."""

from django.urls import path

from core.media import serve_media
from core.operations.health import live, ready
from core.seo import views as seo
from core.sharing.views import share_picture

urlpatterns = [
    path("health/live", live, name="health_live"),
    path("health/ready", ready, name="health_ready"),
    path("deelbeeld/<int:page_id>-<str:drawn>.png", share_picture, name="share_picture"),
    path("media/<path:path>", serve_media, name="media"),
    path("sitemap.xml", seo.sitemap_index, name="sitemap_index"),
    path("sitemap-<str:code>.xml", seo.sitemap, name="sitemap"),
    path("robots.txt", seo.robots, name="robots"),
    path(".well-known/security.txt", seo.security_contact, name="security_contact"),
    path("manifest.webmanifest", seo.web_manifest, name="web_manifest"),
]
