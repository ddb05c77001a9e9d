"""Reading English and Chinese: numbers, money, terms, search words, script conversion."""
