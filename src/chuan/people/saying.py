"""A refusal said on the form that asked for it, so that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import BaseForm

from chuan.rules.refusals import NotAllowed, NotFound, NotYours, Refused


@contextmanager
def said_on(form: BaseForm, **fields: str) -> Iterator[None]:
    """Run an action; a refusal becomes an error of the form, and the block is left.

    ``fields`` says which refusal belongs to which field (``period_backwards="until"``); any other
    stands above the form. What may not be done or seen at all goes on to the door (403, 404)::

        with said_on(form, citation_missing="citation"):
            actions.appoint(...)
            return redirect(...)
        return render(...)
    """
    try:
        yield
    except (NotAllowed, NotFound, NotYours):
        raise
    except Refused as refusal:
        form.add_error(fields.get(refusal.code), refusal.sentence)
