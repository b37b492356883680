"""Pages of the order desk: reading, drafting, deciding."""
