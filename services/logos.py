"""The logo of a customization in the offer form."""

from domain.terms import Custom, TermsDraft
from services.drafting import Form, refined
from services.keeping_logos import Logo


def with_logo(form: Form, logo: Logo) -> Form:
    """The form with the logo: it is to be put on the goods, beside what else is customized."""
    things = form.whole.customization | {Custom.LOGO}
    return refined(form, TermsDraft(customization=things, logo_file=logo.name))
