"""sendLocation, sendVenue and sendContact."""

from playground.call import Call
from playground.methods import targets
from playground.methods.composing import deliver
from playground.wire import Json, bad_request


def send_location(call: Call) -> Json:
    """Send a place."""
    content = {"location": _location(call)}
    return deliver(call, targets.writable(call), content).wire


def send_venue(call: Call) -> Json:
    """Send a place with a name and an address."""
    location = _location(call)
    venue = {"location": location, "title": call.text("title"), "address": call.text("address")}
    content = {"venue": venue, "location": location}
    return deliver(call, targets.writable(call), content).wire


def send_contact(call: Call) -> Json:
    """Send a telephone number with a name."""
    if not call.text("phone_number") or not call.text("first_name"):
        raise bad_request("PHONE_NUMBER_INVALID")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.text(name) for name in names if call.get(name)}
    return deliver(call, targets.writable(call), {"contact": contact}).wire


def _location(call: Call) -> Json:
    latitude, longitude = call.get("latitude"), call.get("longitude")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise bad_request("wrong parameter latitude or longitude in the request")
    return {"latitude": latitude, "longitude": longitude}
