from typing import Any

from django.db import migrations, models

from chuan.search.indexes import index_of


def install(apps: Any, schema_editor: Any) -> None:
    index_of(schema_editor.connection).install()


def remove(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE IF EXISTS search_words")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_uid", models.UUIDField()),
                ("unit_id", models.BigIntegerField()),
                ("guard", models.CharField(blank=True, max_length=300)),
                ("title", models.TextField(blank=True)),
                ("numbers", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("on", models.DateField(blank=True, null=True)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject_kind", "subject_uid"), name="search_searchentry_subject"
                    )
                ]
            },
        ),
        migrations.RunPython(install, remove),
    ]
