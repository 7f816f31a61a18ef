"""Links lead to what a reader can visit, in the reader's language."""

import pytest

from django.core.exceptions import ValidationError
from django.utils import translation

from core.blocks.links import says_what_happens
from core.tests.blocks import factories
from core.tests.blocks.drawing import drawn


def linked(page):
    return {"type": "text", "value": f'<p><a linktype="page" id="{page.pk}">erheen</a></p>'}


def related(page):
    return {"type": "related_pages", "value": {"pages": [page.pk]}}


@pytest.mark.django_db
@pytest.mark.parametrize("block", [linked, related])
def test_a_link_goes_to_the_translation_and_else_to_the_page_itself(block):
    page = factories.page("Meedoen")
    copy = factories.translation(page, "en", "Join in")
    with translation.override("en"):
        html = drawn(block(page))
        assert f'href="{copy.url}"' in html
        assert "hreflang" not in html
    with translation.override("tr"):
        html = drawn(block(page))
        assert f'href="{page.url}"' in html
        assert 'hreflang="nl"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("block", [linked, related])
def test_a_page_that_is_not_live_is_not_linked(block):
    page = factories.page(live=False)
    html = drawn(block(page))
    assert "href" not in html
    assert page.title not in html


@pytest.mark.django_db
def test_a_draft_with_a_live_translation_leads_to_the_translation():
    page = factories.page("Meedoen")
    copy = factories.translation(page, "en", "Join in")
    page.live = False
    page.save()
    with translation.override("en"):
        assert f'href="{copy.url}"' in drawn(related(page))


@pytest.mark.django_db
def test_a_link_to_another_site_says_so():
    html = drawn({"type": "text", "value": '<p><a href="https://x.example/">x</a></p>'})
    assert '<a href="https://x.example/" rel="external">' in html


@pytest.mark.parametrize(
    "label",
    ["klik hier", "Klik hier!", "LEES  MEER", "lees meer…", "» Lees verder", "click here", "Meer",
     "Devamını oku", "اقرأ المزيد", "leer más", "czytaj więcej", "clique aqui", "тут"],
)  # fmt: skip
def test_words_that_say_nothing_are_refused(label):
    with pytest.raises(ValidationError) as refused:
        says_what_happens(label)
    assert refused.value.code == "vague"


@pytest.mark.parametrize(
    "label", ["Kom woensdag eten", "Lees meer over schulden", "Bel ons", "Meer hulp bij brieven"]
)
def test_words_that_say_what_happens_are_fine(label):
    says_what_happens(label)
