"""The addresses of the desk, all for members only but a recording, which its writer hears too."""

from django.urls import path

from redactieraad.desk.views.judging import approve, remark, send_back, thanks
from redactieraad.desk.views.lists import desk
from redactieraad.desk.views.me import letters, me
from redactieraad.desk.views.texts import changes, text
from redactieraad.desk.views.voices import voice
from redactieraad.models import Remark

app_name = "redactieraad"

urlpatterns = [
    path("", desk, name="desk"),
    path("tekst/<int:pk>/", text, name="text"),
    path("tekst/<int:pk>/verschil/", changes, name="changes"),
    path("tekst/<int:pk>/goed/", approve, name="approve"),
    path("tekst/<int:pk>/nog-niet/", send_back, name="send_back"),
    path("tekst/<int:pk>/vraag/", remark, {"kind": Remark.Kind.QUESTION}, name="question"),
    path("tekst/<int:pk>/opmerking/", remark, {"kind": Remark.Kind.REMARK}, name="remark"),
    path("tekst/<int:pk>/bedankt/", thanks, name="thanks"),
    path("opname/<int:pk>/", voice, name="voice"),
    path("ik/", me, name="me"),
    path("ik/letters/", letters, name="letters"),
]
