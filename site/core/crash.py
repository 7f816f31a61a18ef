"""The page for when the site itself is broken.

It asks for no database, no template and no translation: any of them may be what
broke. So its few sentences stand here, in every language of the site.
"""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

from core.security.policy import header_text, public_directives

STYLESHEET = "css/crash.css"
SOURCE = "nl"

# By language: what happened, what to do, and the way back.
SENTENCES = {
    "nl": (
        "Er ging iets mis",
        "Dat ligt aan ons, niet aan jou. Probeer het over een paar minuten opnieuw.",
        "Naar de voorpagina",
    ),
    "nl-simple": (
        "Er gaat iets fout",
        "Jij doet niets fout. Wij maken het. Probeer het straks nog een keer.",
        "Naar de eerste pagina",
    ),
    "en": (
        "Something went wrong",
        "That is our fault, not yours. Please try again in a few minutes.",
        "To the front page",
    ),
    "tr": (
        "Bir şeyler ters gitti",
        "Bu bizim hatamız, sizin değil. Lütfen birkaç dakika sonra tekrar deneyin.",
        "Ana sayfaya git",
    ),
    "ar": (
        "حدث خطأ ما",
        "الخطأ من جانبنا وليس منك. حاول مرة أخرى بعد بضع دقائق.",
        "إلى الصفحة الرئيسية",
    ),
    "pap": (
        "Algu a bai robes",
        "E falta ta di nos, no di bo. Purba atrobe den un par di minüt.",
        "Pa e página prinsipal",
    ),
    "pt": (
        "Algo correu mal",
        "A culpa é nossa, não é sua. Tente de novo daqui a alguns minutos.",
        "Para a página inicial",
    ),
    "pl": (
        "Coś poszło nie tak",
        "To nasz błąd, nie Twój. Spróbuj ponownie za kilka minut.",
        "Na stronę główną",
    ),
    "es": (
        "Algo ha salido mal",
        "Es culpa nuestra, no tuya. Vuelve a intentarlo dentro de unos minutos.",
        "A la página de inicio",
    ),
    "uk": (
        "Щось пішло не так",
        "Це наша помилка, а не ваша. Спробуйте ще раз за кілька хвилин.",
        "На головну сторінку",
    ),
}
RIGHT_TO_LEFT = {"ar"}

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} - Warm Rotterdam</title>
<link rel="stylesheet" href="{stylesheet}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{advice}</p>
<p><a href="/{language}/">{way_back}</a></p>
<ul>{others}</ul>
</main>
</body>
</html>
"""
_OTHER = '<li lang="{}" dir="{}"><strong>{}.</strong> {}</li>\n'


def crash_page(path: str) -> HttpResponse:
    """Return the page, first in the language that the address begins with."""
    language = path.lstrip("/").partition("/")[0]
    if language not in SENTENCES:
        language = SOURCE
    title, advice, way_back = SENTENCES[language]
    others = format_html_join(
        "",
        _OTHER,
        (
            (code, _direction(code), *sentences[:2])
            for code, sentences in SENTENCES.items()
            if code != language
        ),
    )
    html = format_html(
        _PAGE,
        language=language,
        direction=_direction(language),
        title=title,
        advice=advice,
        way_back=way_back,
        stylesheet=_stylesheet(),
        others=others,
    )
    response = HttpResponse(html, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    # What crashed may be the very middleware that writes the policy.
    response.headers["Content-Security-Policy"] = header_text(public_directives())
    response.headers["Cache-Control"] = "no-store"
    return response


def _direction(language: str) -> str:
    """Return the direction that a language is written in."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _stylesheet() -> str:
    """Return the style sheet's address; without its fingerprint if that cannot be found."""
    try:
        return static(STYLESHEET)
    except (OSError, ValueError):
        return f"{settings.STATIC_URL}{STYLESHEET}"
