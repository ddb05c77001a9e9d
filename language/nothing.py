"""Words that say there is nothing to say: no, none, 无, 没有了."""

from typing import Final

from language.fold import fold

_PUNCTUATION: Final = " .,!?~;:'\"-/()"
_ENGLISH: Final = (
    "no|none|nope|nil|na|n/a|nothing|nothing else|no thanks|no thank you|not needed|that's all|that is all"
    "|no note|no notes|without note|without a note|remove note|remove the note|delete note|delete the note"
)
_CHINESE: Final = (
    "无|没|没有|没有了|没了|不用|不用了|不要|不需要|不必|没别的|没有别的|没其他|没其他的|没有其他|就这些|就这样"
    "|没有其他要求|没有别的要求|无备注|没有备注|不要备注|不用备注|不需要备注|去掉备注|删掉备注|删除备注|取消备注"
)
_NOTHING: Final = frozenset((*_ENGLISH.split("|"), *_CHINESE.split("|")))


def says_nothing(text: str) -> bool:
    """Whether an answer to "anything else?" only says no, in either language and either script."""
    return fold(text).strip(_PUNCTUATION) in _NOTHING
