"""The words of the magazine's demo: `demo_content/<language>/<key>.toml`."""

from __future__ import annotations

from core.demo.texts import Shape, Text, files_in
from languages.registry import LANGUAGES, SOURCE, Language
from magazine.demo.plan import CONTENT, Plan

SHAPE = Shape({
    "title", "slug", "seo_title", "search_description", "in_short", "intro", "lead",
    "cover_caption", "person_name", "person_quote", "about", "name", "audio_transcript", "body",
})  # fmt: skip


Texts = dict[Language, dict[str, Text]]


def read_texts(plan: Plan) -> Texts:
    """Return the texts by language, the source first, and by key, in the order of the plan.

    Raises:
        DemoContentError: if a file is wrong or belongs to nothing in the plan.

    """
    known = plan.pages | plan.series
    texts: Texts = {}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        files = files_in(CONTENT / language.code, known)
        if files:
            texts[language] = {key: SHAPE.read(file) for key, file in files.items()}
    return texts
