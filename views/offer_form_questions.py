"""What the offer form asks for each field, and how the further ones are answered."""

from collections.abc import Callable, Mapping
from typing import Final

from services.offer_fields import Field
from views.markup import Html
from views.reader import Reader

QUESTIONS: Final[Mapping[Field, Callable[[Reader], Html]]] = {
    Field.QUANTITY: lambda reader: reader.say("How many?"),
    Field.PRICE: lambda reader: reader.say("Which unit price do you offer?"),
    Field.LEAD_TIME: lambda reader: reader.say("Lead time: how many days from payment to dispatch?"),
    Field.SHIPPING: lambda reader: reader.say("How shall the goods travel?"),
    Field.PAYMENT: lambda reader: reader.say("Payment: which way, and how much in advance?"),
    Field.MOQ: lambda reader: reader.say("MOQ: how many at least, for this deal and repeat orders?"),
    Field.FREIGHT: lambda reader: reader.say("Who pays the freight, or which trade term?"),
    Field.QUALITY: lambda reader: reader.say("What shall the goods be checked against?"),
    Field.CUSTOMIZATION: lambda reader: reader.say("What is customized, and for which extra fee?"),
    Field.LATE: lambda reader: reader.say("What is paid for each day the goods are late?"),
    Field.VALIDITY: lambda reader: reader.say("How many days shall this offer stand?"),
    Field.NOTE: lambda reader: reader.say("Anything else, such as logo, colours or packing? Write freely."),
}

HOW: Final[Mapping[Field, Callable[[Reader], Html]]] = {
    Field.MOQ: lambda reader: reader.say("Press a button or type a number."),
    Field.FREIGHT: lambda reader: reader.say(
        "Press a button, or type a trade term with its place, such as: <code>FOB Ningbo</code>"
    ),
    Field.QUALITY: lambda reader: reader.say("Press a button, or write what you require."),
    Field.CUSTOMIZATION: lambda reader: reader.say(
        "Press what is customized; type how, or the fee, such as: <code>0.5 each</code> or "
        "<code>800 once</code>. Send the logo as a photo or a file."
    ),
    Field.LATE: lambda reader: reader.say(
        "Press a button, or type percent a day and the most, such as: <code>0.5%, at most 10%</code>"
    ),
    Field.VALIDITY: lambda reader: reader.say("Press a button or type a number of days, at most 30."),
    Field.NOTE: lambda reader: reader.say("If there is nothing, press Skip."),
}
"""How the further fields and a note are answered."""
