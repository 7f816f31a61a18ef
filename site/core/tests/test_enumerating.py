"""Things in a line stand as the reader's language writes them."""

import pytest

from django.template import Context, Template
from django.utils.translation import get_language, override

from core import enumerating
from core.enumerating import listed, listed_lazy

BETWEEN = {"ar": {", ": "، ", "; ": "؛ "}}


@pytest.fixture(autouse=True)
def signs(monkeypatch):
    """Let Arabic have signs of its own, whatever the catalogue says today."""

    def translated(_context, sign):
        return BETWEEN.get(get_language(), {}).get(sign, sign)

    monkeypatch.setattr(enumerating, "pgettext", translated)


def drawn(things):
    template = Template("{% load lists %}{{ things|listed }}")
    return template.render(Context({"things": things}))


@pytest.mark.parametrize("write", [listed, drawn, lambda things: str(listed_lazy(things))])
def test_the_comma_is_that_of_the_language(write):
    with override("nl"):
        assert write(["Delfshaven", 2]) == "Delfshaven, 2"
    with override("ar"):
        # Isolated, or the second Latin name would come first.
        assert write(["Delfshaven", 2]) == "\u2068Delfshaven\u2069، \u20682\u2069"


@pytest.mark.parametrize(("language", "expected"), [("nl", "; "), ("ar", "؛ ")])
def test_longer_things_stand_further_apart(language, expected):
    with override(language):
        assert listed(["1, 2", "3, 4"], longer=True).count(expected) == 1


def test_what_is_listed_is_escaped_and_can_be_nothing():
    with override("nl"):
        assert drawn(["<b>", "&"]) == "&lt;b&gt;, &amp;"
        assert listed([]) == ""


@pytest.mark.parametrize(("language", "expected"), [("nl", ", "), ("ar", "، ")])
def test_a_template_can_put_it_between_things_with_markup(language, expected):
    with override(language):
        assert Template("{% load lists %}{% between %}").render(Context()) == expected
