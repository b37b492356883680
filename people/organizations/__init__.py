"""Organization, authority tree, regulation settings with versions, presets."""
