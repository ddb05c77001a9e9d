"""Purchase agreements: what the paper says, whether a copy is genuine, and how one is amended."""
