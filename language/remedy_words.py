"""The words of a proposal that name a remedy, or say who pays the freight back, in both languages."""

import re
from typing import Final

from domain.people import Side
from domain.settlement import Remedy

_KEPT: Final = re.compile(
    r"\bkeep(?:s|ing)?\b(?: (?:the |all |your )?(?:goods|them|it|everything|stock|items|pieces|rest))?"
    r"|\b(?:no|without|don'?t|do not|needn'?t|not|never|nothing to)(?: need)?(?: to)?(?: be)?"
    r" (?:any )?(?:returns?|returning|returned|send(?:ing)? (?:them|it|the goods|anything) back)\b"
    r"(?: (?:them|it|the goods|anything))?"
    r"|\b(?:refund|money) only\b|\bonly (?:a )?refund\b"
    r"|[不无毋][用必需须]?(?:要|得)?(?:再)?(?:退货|退回|寄回|退还|发回)"
    r"|货(?:物|品|都|也|就)*(?:您|你|你们|我|我们|买家|自己)?(?:[不无][用必需]?要?退(?!款|钱|\d)|留[着下]?|保留)"
    r"|[仅只]退[款钱]|留[着下]货"
)
_REMEDIES: Final = {
    Remedy.RETURN: re.compile(
        r"\breturn(?:s|ed|ing)?\b|\b(?:send|ship|give|take|have|want|get)(?:s|ing)?\b[^,.;]{0,20}"
        r"\b(?:goods|them|it|everything|items|pieces|all|mugs?|stock)\b[^,.;]{0,8}\bback\b|\bgoods back\b"
        r"|退货|寄回|退回|发回|货(?:物|都|全部|全|要|请)*退(?!款|钱)|收回"
    ),
    Remedy.REPLACEMENT: re.compile(
        r"\breplac(?:e|es|ing|ed|ements?)\b|\bre-?(?:send|ship|make)s?\b|\bexchang(?:e|es|ing)\b"
        r"|\b(?:send|ship|make|deliver)\b[^,.;]{0,20}\b(?:new|again|another|missing)\b"
        r"|补发|补寄|补货|补齐|换货|换新|换一批|重发|重新(?:发|做|生产|寄)|重做|调换|更换|再发"
    ),
}
_ME, _YOU, _BUYER, _SELLER, _FREIGHT = (
    r"(?:\b(?:we|i|us|me|our|ours|my|mine)\b|我们|我方|我司|我)",
    r"(?:\b(?:you|your|yours)\b|您方|你们|您|你|贵司)",
    r"(?:\bbuyers?\b|买家|买方|客户)",
    r"(?:\b(?:seller|supplier|factory)s?\b|卖家|卖方|厂家|工厂|厂里)",
    r"(?:\b(?:freight|shipping|postage|courier|transport)\b|运费|邮费|快递费|物流费)",
)
_PAYS: Final = r"(?:\b(?:pay|pays|cover|covers|bear|bears|take|takes|carry|carries)\b|出|付|承担|负责|包|掏)"
_NEAR: Final = r"[^,.;!?]{0,14}?"
_IS_ON: Final = (
    r"(?:(?: is| are| will be| to be| costs?| paid| covered| borne| charged)* (?:by|on|at|from) |[归由]?)"
)


def _by(who: str) -> re.Pattern[str]:
    """We pay the freight; the freight is on us; 运费我们出; 我们承担运费; at our cost."""
    return re.compile(
        rf"{who}{_NEAR}{_PAYS}{_NEAR}{_FREIGHT}|{_FREIGHT}{_IS_ON}{who}"
        rf"|\b(?:at|on|for) {who} (?:cost|expense|account)\b"
    )


_COLLECT: Final = re.compile(
    r"\bfreight[ -]collect\b|\bcollect freight\b|\bcash on delivery\b|(?:运费|快递|物流|货运)?到付"
)
_PREPAID: Final = re.compile(r"\bfreight[ -]prepaid\b|\bprepaid freight\b|运费预付|寄付")


NO_MONEY: Final = re.compile(r"\b(?:no|without|not) (?:any )?refund\b|不(?:能|会|同意|给)?退[款钱]")
"""What refuses, and so proposes nothing."""


def remedies_in(line: str) -> tuple[set[Remedy], str]:
    """The remedies that a folded line names, and the line without what says that the goods are kept."""
    found, rest = set[Remedy](), _KEPT.sub(" , ", line)
    if rest != line:
        found.add(Remedy.REFUND)
    return found | {each for each, words in _REMEDIES.items() if words.search(rest)}, rest


def payers_in(line: str, speaker: Side) -> set[Side]:
    """Who pays the freight back, as the speaker puts it in a folded line; more than one is a contradiction.

    Freight collect is paid by the seller, who receives; prepaid by the buyer, who sends.
    """
    said = {
        speaker: (_by(_ME),),
        speaker.other: (_by(_YOU),),
    }
    found = {side for side, patterns in said.items() if any(each.search(line) for each in patterns)}
    named = {
        Side.BUYER: (_by(_BUYER), _PREPAID),
        Side.SELLER: (_by(_SELLER), _COLLECT),
    }
    return found | {side for side, patterns in named.items() if any(each.search(line) for each in patterns)}
