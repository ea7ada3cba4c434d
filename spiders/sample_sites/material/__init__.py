"""What the sample sites say: companies, roles, boards, challenges as data, and how each platform sends them."""
