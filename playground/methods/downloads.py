"""getFile and the profile pictures that nobody has."""

from playground.call import Call
from playground.methods.media import WRONG_FILE
from playground.wire import Json, bad_request


def get_file(call: Call) -> Json:
    """Where to download a file of at most 20 MB."""
    file = call.world.files.find(call.bot.id, call.text("file_id"))
    if file is None:
        raise bad_request(f"invalid file_id: {WRONG_FILE}" if call.text("file_id") else "file_id is empty")
    if file.size > call.world.limits.dials.download_bytes:
        raise bad_request("file is too big")
    return {
        "file_id": call.text("file_id"),
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }


def get_user_profile_photos(call: Call) -> Json:
    """Nobody here has a picture."""
    if call.number("user_id") not in call.world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}
