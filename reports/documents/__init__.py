"""Every paper as PDF: context builder and template; frozen files."""
