"""The words that tell what is claimed and why, in both languages, as patterns on a folded line."""

import re
from collections.abc import Mapping
from typing import Final

from domain.claim_facts import ClaimKind, ClaimReason

REASONS: Final[Mapping[ClaimReason, re.Pattern[str]]] = {
    ClaimReason.DAMAGED: re.compile(
        r"\b(?:broken?|breaks?|breakage|damaged?|damages|smashed|crushed|cracks?|cracked|dented|dents|torn"
        r"|shattered|burst|squashed|in pieces)\b|破|碎|摔坏|压坏|砸坏|损坏|损毁|压扁|变形|裂|撞坏"
    ),
    ClaimReason.SHORT: re.compile(
        r"\b(?:missing|short(?:age)?|too few|not enough|fewer|less than|not in the (?:box|carton|parcel)s?"
        r"|not received|did not (?:arrive|come))\b|少了|少发|少货|少给|缺货|缺少|缺了|缺|短缺|短少|漏发"
        r"|没收到|不够数|少(?=\d)"
    ),
    ClaimReason.WRONG_GOODS: re.compile(
        r"\b(?:wrong|mixed up|another (?:colou?r|size|model|product)|other (?:colou?r|size|model|product)s?"
        r"|not what (?:i|we) ordered|different from|instead of)\b|发错|错发|错货|货不对板|货不对"
        r"|型号不对|颜色不对|尺寸不对"
        r"|尺码不对|款式不对|不是我[们]?订的|错了"
    ),
    ClaimReason.LATE: re.compile(
        r"\b(?:late|delay(?:ed|s)?|overdue|too slow)\b|延迟|延期|迟到|晚到|晚了|太晚|误期|逾期"
    ),
    ClaimReason.QUALITY: re.compile(
        r"\b(?:quality|defects?|defective|faulty|flaws?|flawed|bad|poor|scratch(?:es|ed)?|stain(?:s|ed)?"
        r"|leak(?:s|ing|ed)?|(?:do(?:es)? not|don'?t|doesn'?t|not) work(?:ing)?|fad(?:es?|ed|ing)"
        r"|peel(?:s|ing|ed)?"
        r"|smell(?:s|y)?|uneven|rust(?:y|ed)?|loose|unusable|blurred)\b"
        r"|质量|品质|瑕疵|次品|不良|不合格|坏的?|划痕|刮花|掉色|褪色|掉漆|色差|漏水|漏|污渍|脏|异味|生锈"
        r"|开线|起毛|不能用|用不了|有问题"
    ),
}
"""Of two reasons that begin at the same place the upper one counts; 摔坏 is damage, 坏 alone quality."""
KEEPS: Final = re.compile(
    r"\b(?:no returns?|without (?:a )?returns?|not return(?:ing)?|(?:i |we )?keep(?:ing)? (?:them|it"
    r"|the goods|the rest)"
    r"|refunds? only|only (?:a )?refunds?)\b|不退货|仅退款|只退款|只要退款|货留下|货我?们?留着"
)
"""The goods stay with the buyer."""
RETURNS: Final = re.compile(
    r"\b(?:return(?:s|ed|ing)?(?! (?:my|the|our) (?:money|payment))|sen[dt](?:ing)? (?:\w+ ){0,2}back"
    r"|take (?:\w+ ){0,2}back)\b"
    r"|退货|退回去|寄回|退掉|退还货|退(?=\d+[件个只双套箱盒包条台把张])"
)
"""The goods go back."""
WHOLE: Final = re.compile(
    r"\b(?:full|whole|entire|complete) (?:refund|amount|price)\b|\brefund(?: it| me"
    r"| us)?(?: for)? ?(?:in full|fully"
    r"|everything|all(?: of (?:it|them))?|completely|the full (?:amount|price)|the whole (?:amount"
    r"|price))\b"
    r"|\ball (?:my |the |our )?money back\b|全额退款?|退全[额款]|全[额款]|全部?退(?![货回掉])款?|退全部"
)
"""All that the affected units are worth."""
HALF: Final = re.compile(
    r"\brefund(?: me| us)?(?: for)? (?:the |a )?half(?: (?:of )?(?:it|the price|the money|the amount))?\b"
    r"|\bhalf(?: of)? (?:the |my )?(?:refund|price|money|amount)(?: back)?\b"
    r"|(?:退|赔偿?|补偿?)(?:款|还|给|我们?|一下|货款)*(?:一半|半价|半款)|退半[价款]|半[价款]退"
)
"""Half of it."""
ALL_OF_THEM: Final = re.compile(
    r"\b(?:all(?: of)?(?: (?:them|the goods|the pieces|pieces))?|everything|every (?:piece|one)"
    r"|the (?:whole|entire)"
    r" (?:lot|order|batch|shipment|delivery))\b|全部|所有|整批|整单|全都|都(?=[是坏破碎裂有不发少错])"
    r"|全(?=[是坏破碎裂发错])"
)
"""Every unit is affected."""
HALF_OF_THEM: Final = re.compile(
    r"\bhalf(?: of)?(?: (?:them|it|the goods|the pieces|the order|the lot))?\b|一半|半数"
)
"""Half of the units are affected."""
ASKS_BEFORE: Final = re.compile(
    r"(?:\b(?:refund|compensat\w*|reimburse\w*|pay(?: (?:me|us))?(?: back)?|give(?: (?:me"
    r"|us))?(?: back)?|want|wish|claim"
    r"|ask(?:ing)?(?: for)?|money back|back|discount|deduct|amount|sum)\b|(?:退(?!货)|赔|补偿"
    r"|补(?![发货])|要求|返还?|扣))"
    r"[^,;.!?\d]{0,24}$"
)
"""What stands right before a sum that is wished."""
ASKS_AFTER: Final = re.compile(r"\s*(?:(?:in |as )?(?:a )?(?:refund|back|compensation)\b|的?退款|的?赔偿)")
"""What stands right behind one."""


def reason_in(folded: str) -> ClaimReason | None:
    """The reason that is named first; None when there is none."""
    found = [(match.start(), place) for place, match in _matches(folded)]
    return list(REASONS)[min(found)[1]] if found else None


def kind_in(folded: str) -> ClaimKind | None:
    """Whether the goods go back; None when the line does not say."""
    if KEEPS.search(folded):
        return ClaimKind.REFUND
    return ClaimKind.RETURN if RETURNS.search(folded) else None


def _matches(folded: str) -> list[tuple[int, re.Match[str]]]:
    tried = ((place, pattern.search(folded)) for place, pattern in enumerate(REASONS.values()))
    return [(place, match) for place, match in tried if match]
