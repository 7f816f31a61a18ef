"""Parts of a page that are drawn once and kept as long as the page."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.template.context import Context

from core.pagecache.shared import of_this_page

register = template.Library()


class KeptNode(Node):
    """Draws what is inside it, or takes it as it was drawn before."""

    def __init__(self, name: FilterExpression, inside: NodeList) -> None:
        """Take the part's name and its content."""
        self.name = name
        self.inside = inside

    def render(self, context: Context) -> str:
        """Return the part."""
        name = f"part {self.name.resolve(context)}"
        return of_this_page(name, lambda: str(self.inside.render(context)))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Keep a part of a page: `{% kept "footer" %}…{% endkept %}`.

    Only for what every reader of the page gets the same, signed in or not, and
    without forms that send something: their tokens belong to one reader.
    """
    _tag, name = token.split_contents()
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(parser.compile_filter(name), inside)
