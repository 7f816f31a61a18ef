from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('redactieraad', '0003_reasons_and_appearing'),
    ]

    operations = [
        migrations.AddField(
            model_name='redactieraadtaskstate',
            name='approvals_needed',
            field=models.PositiveSmallIntegerField(default=3, editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='redactieraadtaskstate',
            name='experts_needed',
            field=models.PositiveSmallIntegerField(default=2, editable=False),
            preserve_default=False,
        ),
    ]
