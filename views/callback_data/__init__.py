"""What buttons carry: ids and versions in at most 64 bytes, one module per conversation."""
