"""The older name of `publish_scheduled`, which Wagtail keeps."""

from redactieraad.management.commands.publish_scheduled import Command

__all__ = ["Command"]
