"""The demo's catalogue: twelve suppliers that do not exist, their products, and pictures drawn for them."""
