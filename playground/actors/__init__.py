"""The actor API: what people do on their phones, and the dials of the playground."""
