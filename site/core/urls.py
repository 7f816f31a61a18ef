"""Addresses that belong to no feature: share pictures and the well-known files."""

from django.urls import path

from core.seo import views as seo
from core.sharing.views import share_picture

urlpatterns = [
    path("deelbeeld/<int:page_id>-<str:drawn>.png", share_picture, name="share_picture"),
    path("sitemap.xml", seo.sitemap_index, name="sitemap_index"),
    path("sitemap-<str:code>.xml", seo.sitemap, name="sitemap"),
    path("robots.txt", seo.robots, name="robots"),
    path(".well-known/security.txt", seo.security_contact, name="security_contact"),
    path("manifest.webmanifest", seo.web_manifest, name="web_manifest"),
]
