"""Words that listings use for specs and categories, in both languages."""

from typing import Final

from domain.people import Language

_WORDS: Final = (
    "colour 颜色;color 颜色;capacity 容量;size 尺码;material 材质;plug 插头;power 功率;voltage 电压;"
    "length 长度;pack 包装数;carton 装箱数;weight 重量;style 款式;pattern 图案;"
    "amber 琥珀色;bamboo 竹;black 黑色;blue 蓝色;blush 浅粉色;brass 黄铜色;brown 棕色;charcoal 炭灰色;"
    "colourful 彩色;cream 米白色;forest 墨绿色;gold 金色;graphite 石墨灰;green 绿色;grey 灰色;khaki 卡其色;"
    "lilac 浅紫色;lime 青柠绿;mint 薄荷绿;navy 藏青色;orange 橙色;pink 粉色;purple 紫色;red 红色;silver 银色;"
    "sky 天蓝色;steel 不锈钢色;teal 青色;terracotta 陶土色;warm white 暖白光;white 白色;yellow 黄色;"
    "304 stainless steel 304不锈钢;316 stainless steel 316不锈钢;S2 steel S2钢;beech wood 榉木;"
    "chrome vanadium 铬钒钢;high-carbon steel 高碳钢;natural latex 天然乳胶;natural rubber 天然橡胶;"
    "vegan leather PU皮;cotton 纯棉;polyester 涤纶;ceramic 陶瓷;glass 玻璃;EU 欧规;UK 英规;US 美规"
)
_CATEGORIES: Final = (
    "Apparel 服装;Bags 箱包;Drinkware 水杯水壶;Kitchen 厨房用品;Lighting 灯具照明;Pet supplies 宠物用品;"
    "Phone accessories 手机配件;Shoes 鞋靴;Sports 运动用品;Stationery 文具礼品;Tools 五金工具;Toys 玩具"
)
_PAIRS: Final = tuple(pair.rpartition(" ") for pair in f"{_WORDS};{_CATEGORIES}".split(";"))
_CHINESE: Final = {english.casefold(): chinese for english, _, chinese in _PAIRS}
_ENGLISH: Final = {chinese: english for english, _, chinese in reversed(_PAIRS)}
CATEGORIES: Final = tuple(pair.rpartition(" ")[0] for pair in _CATEGORIES.split(";"))
"""Categories known in both languages, in English."""


def listing_word(word: str, language: Language) -> str:
    """A spec's name or value, or a category, in the reader's language (Simplified script for both forms of
    Chinese); a word that is in no table stays as the seller wrote it.
    """
    if language is Language.ENGLISH:
        return _ENGLISH.get(word, word)
    return _CHINESE.get(word.casefold(), word)
