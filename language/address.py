"""A delivery address typed in one message: whom it names, the phone, the country, what stands there."""

import re
from dataclasses import dataclass, replace
from typing import Final

from domain.details import MAX_ADDRESS_LENGTH, Delivery, PlaceKind
from language.address_country import country_in
from language.address_phone import Phone, find_phone
from language.fold import fold

MOST_CONSIGNEE: Final = 60
_MOST_CHINESE: Final = 24
_FEWEST_PARTS: Final = 3
_SEPARATORS: Final = re.compile(r"[\n,;，；、|]+")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_LABEL: Final = re.compile(
    r"\s*(?P<who>attn|attention|consignee|contact(?: person)?|name|recipient|receiver|to"
    r"|收件人|收货人|联系人|姓名|收)\s*[:：.]\s*(?P<name>.+)",
    re.IGNORECASE,
)
_OTHER_LABEL: Final = re.compile(
    r"\s*(?:(?:ship(?:ping)? to|deliver(?:y)? (?:to|address)|address|tel|telephone|phone|mobile|country)\b"
    r"|收货地址|送货地址|地址|联系电话|电话|手机号?|国家)\s*[:：.]?\s*",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(
    r"(?:收货地址|送货地址|地址|收件人|收货人|联系人|姓名|联系电话|电话|手机号?|国家)\s*[:：]"
)
_STREET: Final = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|drive|dr|building|block|floor|unit|suite|apt|zone|park|square"
    r"|industrial|port|p\.?o\.? box|stra(?:ss|ß)e|rue|calle|via|blvd|boulevard|district|province|city|way)\b"
    r"|[省市区县镇乡村路街道巷弄号楼室栋座]",
    re.IGNORECASE,
)
_PLACES: Final = (
    (
        PlaceKind.FORWARDER,
        re.compile(r"forwarder|forwarding|freight agent|logistics|货代|货运|物流|转运", re.IGNORECASE),
    ),
    (
        PlaceKind.WAREHOUSE,
        re.compile(r"warehouse|fulfil+ment|\bfba\b|仓库|仓储|海外仓|\d号仓", re.IGNORECASE),
    ),
    (
        PlaceKind.COMPANY,
        re.compile(
            r"\b(?:ltd|limited|inc|llc|gmbh|corp|company|co\.|b\.?v\.?|s\.?a\.?r?\.?l?\.|pty|trading)(?![a-z])|公司|商行|商贸|厂\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class AddressRead:
    """What was read of an address; the text stands as typed. `bad_phone` is none that can be called."""

    delivery: Delivery
    bad_phone: str = ""


def read_address(text: str) -> AddressRead:
    """An address in English or Chinese. Raises AddressUnusable when it is empty or too long.

    The whole text stays the address, word for word; what is read from it stands beside it.
    """
    typed = Delivery(text)
    country = country_in(_parts(typed.address))
    phone = find_phone(typed.address, country)
    without = typed.address.replace(phone.written, "\n") if phone.written else typed.address
    delivery = Delivery(
        typed.address,
        consignee=_consignee(_parts(without)),
        phone=phone.number,
        country=country or phone.country,
        place=_place(typed.address),
    )
    return AddressRead(delivery, bad_phone="" if phone.number else phone.written)


def in_country(read: AddressRead, country: str) -> AddressRead:
    """The same once its country is known, by which a number without + can be understood."""
    phone = Phone(read.delivery.phone) if read.delivery.phone else find_phone(read.delivery.address, country)
    delivery = replace(read.delivery, country=country, phone=phone.number)
    return AddressRead(delivery, bad_phone="" if phone.number else phone.written)


def _parts(text: str) -> list[str]:
    """Line by line and between commas; Chinese is parted by blanks, too."""
    apart = _LABELS.sub(lambda label: f"\n{label[0]}", text[:MAX_ADDRESS_LENGTH])
    pieces = [
        piece if _LABEL.match(piece) else _OTHER_LABEL.sub("", piece, count=1)
        for piece in _SEPARATORS.split(apart)
    ]
    found = [
        piece
        for part in pieces
        for piece in (part.split() if _CHINESE.search(part) and not _LABEL.match(part) else [part])
    ]
    return [part.strip(" .。:：") for part in found if part.strip(" .。:：")]


def _consignee(parts: list[str]) -> str:
    """The name that is labelled so; else the first part, if it can be one."""
    labelled = next((match for part in parts if (match := _LABEL.match(part))), None)
    if labelled:
        return labelled["name"].strip()[:MOST_CONSIGNEE]
    return parts[0] if len(parts) >= _least(parts) and _may_be_name(parts[0]) else ""


def _least(parts: list[str]) -> int:
    return 2 if parts and _CHINESE.search(parts[0]) else _FEWEST_PARTS


def _may_be_name(part: str) -> bool:
    most = _MOST_CHINESE if _CHINESE.search(part) else MOST_CONSIGNEE
    has_digit = any(char.isdecimal() for char in fold(part))
    return len(part) <= most and not has_digit and not _STREET.search(part) and not country_in([part])


def _place(text: str) -> PlaceKind | None:
    return next((kind for kind, words in _PLACES if words.search(text)), None)
