"""The stylesheet is served in one piece."""

import re

import pytest

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.management import call_command
from django.test import Client

from core.staticfiles import STYLESHEET, flattened


def paths_of(files: dict[str, str]) -> dict:
    storage = InMemoryStorage()
    for name, css in files.items():
        storage.save(name, ContentFile(css.encode()))
    return {name: (storage, name) for name in files}


def test_imports_are_put_into_their_layers_in_order():
    css = flattened(
        STYLESHEET,
        paths_of(
            {
                STYLESHEET: '/* All */\n@layer base, parts;\n@import url("a.css") layer(base);\n'
                "@import url('parts/b.css') layer(parts);\n",
                "css/a.css": "a { color: red; }",
                "css/parts/b.css": "b {\n  color: blue;\n}\n",
            }
        ),
    )
    assert css == (
        "@layer base, parts;\n@layer base {\na { color: red; }\n}\n"
        "@layer parts {\nb {\ncolor: blue;\n}\n}\n"
    )


def test_addresses_still_lead_to_the_same_file():
    css = flattened(
        STYLESHEET,
        paths_of(
            {
                STYLESHEET: '@import url("parts/b.css") layer(parts);',
                "css/parts/b.css": 'b { background: url("../../icons/x.svg"), '
                "url(data:image/png;base64,AA), url(/static/y.png), url('c.png'); }",
            }
        ),
    )
    assert 'url("../icons/x.svg")' in css
    assert 'url("data:image/png;base64,AA")' in css
    assert 'url("/static/y.png")' in css
    assert 'url("parts/c.png")' in css


def test_comments_go_and_strings_stay():
    rule = 'a::before { content: "/* not a comment */ \\" //"; }'
    css = flattened(STYLESHEET, paths_of({STYLESHEET: f"/* one\n two */{rule}/**/"}))
    assert css == f"{rule}\n"


def test_a_missing_import_is_named():
    paths = paths_of({STYLESHEET: '@import url("gone.css") layer(base);'})
    with pytest.raises(ImproperlyConfigured, match=r"css/gone\.css"):
        flattened(STYLESHEET, paths)


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "core.staticfiles.SiteStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_collected_stylesheet_needs_no_other_and_is_kept_forever(collected):
    (file,) = (path for path in collected.glob("css/site.*.css"))
    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", file.name)
    css = file.read_text()
    assert "@import" not in css
    assert "/*" not in css
    for address in re.findall(r'url\("([^"]+)"\)', css):
        assert address.startswith("data:") or (file.parent / address).resolve().exists()

    response = Client().get(f"/static/css/{file.name}", headers={"accept-encoding": "gzip, br"})
    assert response.status_code == 200
    assert response.headers["content-encoding"] == "br"
    assert response.headers["content-type"].startswith("text/css")
    assert "immutable" in response.headers["cache-control"]
    assert int(re.search(r"max-age=(\d+)", response.headers["cache-control"])[1]) >= 31_536_000
