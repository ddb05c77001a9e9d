"""Rows of one file against each other."""

from services.importing.cells import Row
from services.importing.checking import check
from services.importing.problems import Kind
from tests.importing.seller_files import cup


def rows(*cells: dict[str, str]) -> list[Row]:
    return [Row(number, row) for number, row in enumerate(cells, start=2)]


def test_the_same_product_twice_is_refused_and_names_the_first_row() -> None:
    checked = check(rows(cup(), cup(sku="C-2"), cup(title_en="Other cup")))

    assert [(one.row, one.kind, one.limit) for one in checked.problems] == [(4, Kind.REPEATED_PRODUCT, "2")]


def test_two_suppliers_may_use_the_same_sku() -> None:
    assert not check(rows(cup(), cup(supplier="Yiwu Cups"))).problems


def test_a_supplier_is_described_by_all_its_rows_together() -> None:
    checked = check(rows(cup(city="Ningbo"), cup(sku="C-2", phone="0574 123")))

    assert not checked.warnings
    card = checked.suppliers["Ningbo Cups"]
    assert (card.city, card.phone) == ("Ningbo", "0574 123")


def test_a_changed_phone_is_a_warning_and_the_later_row_wins() -> None:
    checked = check(rows(cup(phone="0574 111"), cup(sku="C-2", phone="0574 222")))

    assert [(one.row, one.column, one.limit) for one in checked.warnings] == [(3, "phone", "0574 111")]
    assert checked.suppliers["Ningbo Cups"].phone == "0574 222"
    assert not checked.problems


def test_two_qualifications_of_one_supplier_are_refused() -> None:
    checked = check(rows(cup(qualification="trustpass"), cup(sku="C-2", qualification="verified_factory")))

    assert [one.column for one in checked.problems] == ["qualification"]


def test_a_file_full_of_problems_does_not_fill_the_memory() -> None:
    checked = check(Row(number, cup(moq="")) for number in range(2, 3002))

    assert checked.problem_count == 3000
    assert len(checked.problems) == 1000
