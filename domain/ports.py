"""Ports of the trade in both languages; a place in no table stays as it was written."""

from typing import Final

from domain.people import Language
from domain.places import place_key, place_name

LOADING: Final = ("Ningbo", "Shanghai", "Shenzhen", "Guangzhou", "Qingdao", "Xiamen")
"""Where goods leave China, the busiest first."""
LANDING: Final = ("Rotterdam", "Los Angeles", "Felixstowe", "Jebel Ali", "Singapore", "Santos")
"""Where they often go, a port for each part of the world."""
_ABROAD: Final = (
    "Antwerp 安特卫普;Auckland 奥克兰;Barcelona 巴塞罗那;Buenos Aires 布宜诺斯艾利斯;Busan 釜山;Durban 德班;"
    "Felixstowe 费利克斯托;Hamburg 汉堡;Jebel Ali 杰贝阿里;Lagos 拉各斯;Los Angeles 洛杉矶;Manila 马尼拉;"
    "Melbourne 墨尔本;Mombasa 蒙巴萨;Mumbai 孟买;New York 纽约;Piraeus 比雷埃夫斯;Rotterdam 鹿特丹;"
    "Santos 桑托斯;Singapore 新加坡;Southampton 南安普敦;Sydney 悉尼;Tokyo 东京;Valencia 瓦伦西亚;"
    "Vancouver 温哥华;Vladivostok 符拉迪沃斯托克"
)
_CHINESE: Final = dict(pair.rsplit(" ", 1) for pair in _ABROAD.split(";"))
NAMES: Final = frozenset((*LOADING, *_CHINESE))
"""All of them in English."""
_KEYS: Final = {name.casefold(): name for name in _CHINESE} | {zh: name for name, zh in _CHINESE.items()}


def port_key(written: str) -> str:
    """The stored form of a port: rotterdam and 鹿特丹 are Rotterdam, 宁波 is Ningbo."""
    stripped = written.strip()
    shortened = stripped.removesuffix("港")
    found = _KEYS.get(stripped.casefold()) or _KEYS.get(shortened)
    return found or (place_key(shortened) if shortened else stripped)


def port_name(key: str, language: Language) -> str:
    """A stored port in the reader's language (Simplified script for both forms of Chinese)."""
    if language is Language.ENGLISH:
        return key
    return _CHINESE.get(key) or place_name(key, language)
