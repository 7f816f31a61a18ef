"""Our own groups instead of Wagtail's, whose Moderators may publish anything."""

from django.db import migrations

WAGTAILS = ("Editors", "Moderators")


def replace_groups(apps, schema_editor):
    """Take Wagtail's groups away where nobody is in them; its default workflow asks Beheer."""
    group = apps.get_model("auth", "Group")
    task = apps.get_model("wagtailcore", "GroupApprovalTask")
    workflow = apps.get_model("wagtailcore", "Workflow")

    beheer, _created = group.objects.get_or_create(name="Beheer")
    for approval in task.objects.filter(groups__name="Moderators"):
        approval.name = "Beheer publiceert"
        approval.save()
        approval.groups.set([beheer])
        workflow.objects.filter(workflow_tasks__task=approval.pk).update(name="Beheer publiceert")
    group.objects.filter(name__in=WAGTAILS, user=None).delete()


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("accounts", "0001_initial"),
        # The last in each app to give Wagtail's groups something.
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]
    operations = [migrations.RunPython(replace_groups, migrations.RunPython.noop)]
