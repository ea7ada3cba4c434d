"""One model a table. `listings` and `history` are the warehouse's own tables; `published` is the public contract."""
