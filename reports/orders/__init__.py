"""The order desk: draft, preview, sign, register, print."""
