"""Applications: another mentor, laying the duty down, a longer, other or shorter program, the end ahead of time."""
