"""The second name of goods and suppliers, and what the platform vouches for."""

from domain.catalogue import Qualification, Supplier
from views.figures import rating
from views.markup import Html, escape
from views.places import place_of
from views.reader import Reader
from views.titles import Titled, supplier_name, title


def other_title(reader: Reader, goods: Titled) -> str:
    """The title in the language that `title` did not choose; empty if there is only one."""
    return _other(title(reader, goods), goods.title_en, goods.title_zh)


def other_supplier_name(reader: Reader, supplier: Supplier) -> str:
    """The name that `supplier_name` did not choose; empty if there is only one."""
    return _other(supplier_name(reader, supplier), supplier.name, supplier.name_zh)


def qualification(reader: Reader, standing: Qualification) -> str:
    """What the platform vouches for, with its mark."""
    if standing is Qualification.VERIFIED_FACTORY:
        return reader.word("✅ verified factory")
    if standing is Qualification.TRUSTPASS:
        return reader.word("🔷 TrustPass")
    return reader.word("unverified")


def standing_line(reader: Reader, supplier: Supplier) -> Html:
    """Qualification, rating and place, where known: "✅ verified factory · ⭐ 4.8 (9 reviews) · 📍 Yiwu"."""
    place = place_of(reader, supplier)
    stars = rating(reader, supplier)
    parts = (
        qualification(reader, supplier.qualification),
        f"⭐ {stars}" if stars else "",
        f"📍 {place}" if place else "",
    )
    return escape(" · ".join(part for part in parts if part))


def _other(chosen: str, *names: str) -> str:
    return next((name for name in names if name != chosen), "")
