"""What the bot is: getMe, its name and descriptions in several languages."""

from playground.call import Call
from playground.wire import Json


def get_me(call: Call) -> Json:
    """The bot itself."""
    return {
        **call.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }
