"""What happens: pairs, programs, roadmap, council, orders, practices."""
