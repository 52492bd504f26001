"""The table of the pages. What may stand in their fields is the models' matter, and changes no column."""

from django.db import migrations, models
from wagtail.fields import StreamField


class Migration(migrations.Migration):
    initial = True
    dependencies = [("wagtailcore", "__latest__")]
    operations = [
        migrations.CreateModel(
            name="OfficePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        "wagtailcore.Page", models.CASCADE, parent_link=True, primary_key=True, auto_created=True, serialize=False
                    ),
                ),
                ("header", StreamField([], blank=True)),
                ("body", StreamField([], blank=True)),
            ],
            bases=("wagtailcore.page",),
        )
    ]
