"""Figures in news and reports, read by rules, reconciled between sources."""
