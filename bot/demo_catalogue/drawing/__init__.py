"""Drawing the demo's products: flat, shaded illustrations composed of a few outlines each."""
