"""The command line: one file per command, each loaded when it is called."""

from extractor.cli.main import main

__all__ = ["main"]
