"""Where goods come from: China's provinces and manufacturing cities in both languages."""

from functools import lru_cache
from typing import Final

from domain.people import Language

_PROVINCES: Final = (
    "Anhui 安徽;Beijing 北京;Chongqing 重庆;Fujian 福建;Gansu 甘肃;Guangdong 广东;Guangxi 广西;Guizhou 贵州;"
    "Hainan 海南;Hebei 河北;Heilongjiang 黑龙江;Henan 河南;Hong Kong 香港;Hubei 湖北;Hunan 湖南;"
    "Inner Mongolia 内蒙古;Jiangsu 江苏;Jiangxi 江西;Jilin 吉林;Liaoning 辽宁;Macau 澳门;Ningxia 宁夏;"
    "Qinghai 青海;Shaanxi 陕西;Shandong 山东;Shanghai 上海;Shanxi 山西;Sichuan 四川;Taiwan 台湾;"
    "Tianjin 天津;Tibet 西藏;Xinjiang 新疆;Yunnan 云南;Zhejiang 浙江"
)
_CITIES: Final = (
    "Anji 安吉;Baigou 白沟;Baoding 保定;Changsha 长沙;Changshu 常熟;Changzhou 常州;Chaozhou 潮州;"
    "Chengdu 成都;Cixi 慈溪;Dalian 大连;Danyang 丹阳;Dehua 德化;Dezhou 德州;Dongguan 东莞;Dongyang 东阳;"
    "Foshan 佛山;Fuzhou 福州;Gaobeidian 高碑店;Gaoyang 高阳;Guangzhou 广州;Guiyang 贵阳;Haining 海宁;"
    "Hangzhou 杭州;Harbin 哈尔滨;Hefei 合肥;Heze 菏泽;Huizhou 惠州;Huzhou 湖州;"
    "Jiangmen 江门;Jiangyin 江阴;Jiaxing 嘉兴;"
    "Jieyang 揭阳;Jinan 济南;Jingdezhen 景德镇;Jinhua 金华;Jinjiang 晋江;Kunming 昆明;Kunshan 昆山;"
    "Lanxi 兰溪;Linhai 临海;Linyi 临沂;Lishui 丽水;Longgang 龙港;Nanchang 南昌;Nanjing 南京;Nanning 南宁;"
    "Nantong 南通;Ningbo 宁波;Pinghu 平湖;Pujiang 浦江;Putian 莆田;Qingdao 青岛;Quanzhou 泉州;Ruian 瑞安;"
    "Shantou 汕头;Shaoxing 绍兴;Shengzhou 嵊州;Shenyang 沈阳;Shenzhen 深圳;Shijiazhuang 石家庄;Shishi 石狮;"
    "Shunde 顺德;Suzhou 苏州;Taiyuan 太原;Taizhou 台州;Tongxiang 桐乡;Wangdu 望都;Weifang 潍坊;"
    "Weihai 威海;Wenling 温岭;Wenzhou 温州;Wuhan 武汉;Wujiang 吴江;Wuxi 无锡;Wuyi 武义;Xiamen 厦门;"
    "Xian 西安;Xingtai 邢台;Xuzhou 徐州;Yancheng 盐城;Yangjiang 阳江;Yangzhou 扬州;Yantai 烟台;Yiwu 义乌;"
    "Yongkang 永康;Yueqing 乐清;Yuyao 余姚;Zhangzhou 漳州;Zhanjiang 湛江;Zhengzhou 郑州;Zhongshan 中山;"
    "Zhuhai 珠海;Zhuji 诸暨"
)
_SUFFIXES: Final = (
    "特别行政区",
    "壮族自治区",
    "回族自治区",
    "维吾尔自治区",
    "自治区",
    "省",
    "市",
    "县",
    "区",
)
_ENGLISH_SUFFIXES: Final = (" province", " city", " municipality")


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.rsplit(" ", 1) for pair in pairs.split(";"))


PROVINCES: Final = _table(_PROVINCES)
"""Province, municipality or region: its English name and the Chinese one without its suffix."""
CITIES: Final = _table(_CITIES)
"""City: its English name and the Chinese one without its suffix."""

_CHINESE: Final = CITIES | PROVINCES
_KEYS: Final = {name.casefold(): name for name in _CHINESE} | {zh: name for name, zh in _CHINESE.items()}


@lru_cache(maxsize=4096)
def place_key(written: str) -> str:
    """The stored form of a place as people write it: 义乌市, 义乌 and yiwu city are all Yiwu.

    A place that is in neither table stays as it was written.
    """
    stripped = written.strip()
    shortened = (_without(stripped.casefold(), _ENGLISH_SUFFIXES), _without(stripped, _SUFFIXES))
    found = (_KEYS.get(form) for form in (stripped.casefold(), *shortened))
    return next((key for key in found if key), stripped)


def place_name(key: str, language: Language) -> str:
    """A stored place in the reader's language (Simplified script for both forms of Chinese)."""
    return key if language is Language.ENGLISH else _CHINESE.get(key, key)


def _without(name: str, suffixes: tuple[str, ...]) -> str:
    return next((name.removesuffix(suffix) for suffix in suffixes if name.endswith(suffix)), name)
