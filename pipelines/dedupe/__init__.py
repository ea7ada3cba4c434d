"""Which records are the same vacancy or challenge. `matching` decides that; the step keeps published ids stable."""
