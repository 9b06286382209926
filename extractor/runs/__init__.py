"""Runs compose the stages; nothing else does."""
