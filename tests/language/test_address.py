"""Delivery addresses as people type them, read in one message."""

import pytest

from domain.details import AddressUnusable, PlaceKind
from language.address import in_country, read_address
from language.address_phone import example_phone, read_phone

WRITTEN = [
    ("Ann Buyer, 5 Harbour Street, Rotterdam, Netherlands", "Ann Buyer", "", "NL"),
    (
        "Ann Buyer, +31 10 412 3456, 5 Harbour Street, Rotterdam, Netherlands",
        "Ann Buyer",
        "+31104123456",
        "NL",
    ),
    (
        "Ann Buyer\n5 Harbour Street\n3011 AB Rotterdam\nThe Netherlands\nTel: 010 412 3456",
        "Ann Buyer",
        "+31104123456",
        "NL",
    ),
    ("Jan, 5 Harbour Street, 3011 AB Rotterdam The Netherlands", "Jan", "", "NL"),
    ("12 Dock Road, Lagos", "", "", ""),
    ("2 New Street, Leeds, UK", "", "", "GB"),
    ("John Smith, 1 Market St, San Francisco, CA 94105, (415) 555-2671", "John Smith", "+14155552671", "US"),
    ("Jane Doe, 5 Peachtree St, Atlanta, Georgia", "Jane Doe", "", ""),
    ("Attn: Mary Ann Lee, Dock 4, Felixstowe, United Kingdom", "Mary Ann Lee", "", "GB"),
    ("Al Noor, Warehouse 7, Jebel Ali, Dubai, +971 4 881 5000", "Al Noor", "+97148815000", "AE"),
    ("李先生，宁波市海曙区1号", "李先生", "", "CN"),
    ("张三 13812345678 浙江省义乌市稠州北路1号", "张三", "+8613812345678", "CN"),
    (
        "收件人：王五 电话：13912345678 地址：广东省广州市天河区体育西路100号",
        "王五",
        "+8613912345678",
        "CN",
    ),
    ("德国汉堡市港口路5号，联系人：李雷，电话 +49 40 301234", "李雷", "+4940301234", "DE"),
    ("香港九龙弥敦道100号 陈小姐 +852 2345 6789", "", "+85223456789", "HK"),
    ("陳小姐，臺北市信義區市府路1號，台灣", "陳小姐", "", "TW"),
]


@pytest.mark.parametrize(("text", "consignee", "phone", "country"), WRITTEN)
def test_an_address_says_for_whom_the_phone_and_the_country(
    text: str, consignee: str, phone: str, country: str
) -> None:
    read = read_address(text)

    delivery = read.delivery
    assert delivery.address == text
    assert (delivery.consignee, delivery.phone, delivery.country) == (consignee, phone, country)
    assert read.bad_phone == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ACME Trading Ltd, Unit 5, Dock Road, London, United Kingdom", PlaceKind.COMPANY),
        ("宁波好运贸易有限公司，宁波市海曙区1号", PlaceKind.COMPANY),
        ("Warehouse 7, Jebel Ali, UAE", PlaceKind.WAREHOUSE),
        ("义乌市北苑街道3号仓库", PlaceKind.WAREHOUSE),
        ("Blue Logistics GmbH, Hafenstr. 5, 20457 Hamburg, Germany", PlaceKind.FORWARDER),
        ("广州市白云区，顺达货代", PlaceKind.FORWARDER),
        ("Ann Buyer, 5 Harbour Street, Rotterdam, Netherlands", None),
    ],
)
def test_an_address_tells_what_stands_there(text: str, place: PlaceKind | None) -> None:
    assert read_address(text).delivery.place is place


def test_a_number_that_nobody_can_call_is_named_and_not_kept() -> None:
    read = read_address("Ann, phone 12345, 5 Harbour Street, Leeds, UK")

    assert (read.bad_phone, read.delivery.phone) == ("12345", "")


def test_a_number_of_home_is_understood_once_the_country_is_known() -> None:
    read = read_address("Ann, 5 Harbour Street, Leeds, 020 7946 0958")

    assert read.delivery.country == ""
    assert in_country(read, "GB").delivery.phone == "+442079460958"


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 501])
def test_an_address_is_neither_empty_nor_endless(text: str) -> None:
    with pytest.raises(AddressUnusable):
        read_address(text)


def test_an_answer_is_a_number_of_the_country_and_the_example_shows_how() -> None:
    assert read_phone("010 412 3456", "NL") == "+31104123456"
    assert read_phone("１３８ １２３４ ５６７８", "CN") == "+8613812345678"
    assert read_phone("12345", "NL") is None
    assert all(read_phone(example_phone(code), "") for code in ("NL", "CN", "US", "NG", "AQ", ""))
