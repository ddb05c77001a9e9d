"""What stands on the small market."""

from dataclasses import dataclass

import aiohttp

from bot.settings import Settings
from tests.conversations.people import Phone

CATALOGUE = """\
supplier,supplier_zh,qualification,province,city,phone,sku,title_en,title_zh,category,unit,currency,moq,price_tiers,lead_time_days
Ningbo Cups,宁波杯业,verified_factory,Zhejiang,Ningbo,0574-555-0101,NB-1,Stainless steel water bottle 500 ml,不锈钢保温杯500毫升,Drinkware,件,CNY,100,100:15.00;500:13.50;2000:12.00,15
Ningbo Cups,宁波杯业,verified_factory,Zhejiang,Ningbo,0574-555-0101,NB-2,Ceramic coffee mug,陶瓷咖啡杯,Drinkware,件,CNY,50,50:8.00;500:6.80,10
Ningbo Cups,宁波杯业,verified_factory,Zhejiang,Ningbo,0574-555-0101,NB-3,,儿童吸管水壶,Drinkware,件,CNY,200,200:9.90,20
Jinjiang Shoes,晋江鞋业,trustpass,Fujian,Quanzhou,0595-555-0102,JJ-1,Kids running shoes,儿童运动鞋,Shoes,双,CNY,60,60:32.00;300:29.50,25
Jinjiang Shoes,晋江鞋业,trustpass,Fujian,Quanzhou,0595-555-0102,JJ-2,Canvas sneakers,帆布鞋,Shoes,双,CNY,60,60:21.00,20
Yiwu Toys,义乌玩具,unverified,Zhejiang,Yiwu,0579-555-0103,YW-1,Plush bear 30 cm,毛绒小熊30厘米,Toys,件,CNY,100,100:11.00;1000:9.00,12
Yiwu Toys,义乌玩具,unverified,Zhejiang,Yiwu,0579-555-0103,YW-2,Wooden train set,木制小火车,Toys,套,CNY,30,30:26.00,18
"""


@dataclass(frozen=True)
class Market:
    """The bot at work and the people around it; `invitation` makes one person a seller of Ningbo Cups."""

    settings: Settings
    url: str
    session: aiohttp.ClientSession
    ann: Phone
    li: Phone
    olga: Phone
    invitation: str
