"""The duties one by one: each function looks at one and tells how it stands."""
