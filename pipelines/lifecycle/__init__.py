"""Open or closed, with evidence: crawls are folded in one by one, in the order of their clocks.

A posting closes only on authority (complete crawls that miss it, a board that is gone or confirmed empty, a stated
expiry once it is missed); a suspect crawl waits for the next complete one to agree; failed crawls change nothing. What
a source listed that nobody asks any more (it has left the registry, or is tagged retired) closes by its stated expiry,
or ages out 30 days after it was last seen; listed again, it reopens.
"""
