"""Pay of a posting: from the platform's figures or what its text plainly states. No other money, no database."""
