"""Every move of every thing: who, when, from, to, why."""
