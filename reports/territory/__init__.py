"""Figures of the organizations below an authority, submission upwards."""
