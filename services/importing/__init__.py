"""Taking a catalogue in: the rules by which rows become listings, or problems that name row and column."""
