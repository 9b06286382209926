"""Finds the command, runs it, and turns what goes wrong into one line and an exit code.

Exit codes: 0 done; 1 nothing found, or the work failed; 2 the input, the home folder or the disk cannot be used, which
the user mends before anything else; 130 interrupted.
"""

from __future__ import annotations

import difflib
import os
import sys
from importlib import import_module
from keyword import iskeyword

import typer

from extractor.domain.errors import ExtractorError

COMMANDS: dict[str, str] = {
    "demo": "Crawl three small sites on this machine: the whole way, from page to finding",
    "crawl": "Crawl sources politely, archive their pages and read them",
    "ingest": "Archive and read files: .html, .txt, .json, .jsonl, .warc.gz",
    "extract": "Print the claims of files as JSON lines; keeps nothing",
    "search": "Find claims by words and filters",
    "compare": "Every source's value for one fact, side by side",
    "findings": "What the reconciler found: agreements, differences of basis, conflicts",
    "check": "Audit one article: every identity that its own numbers allow",
    "show": "One claim: sentence, article, capture, rule, what was inherited from where",
    "explain": "How the figures of a text, or a stored claim, are read, piece by piece",
    "judge": "Decide about a claim or a fact; append-only, can be undone",
    "serve": "The pages: search, facts side by side, articles with every figure marked",
    "export": "Write claims to a file: JSON lines, CSV, Parquet, ClaimReview, PROV",
    "verify": "Check an export against the archived pages",
    "import": "Read an export of another home into a new one",
    "evaluate": "How right the reading is, against pages with an expert's claims beside them",
    "run": "Read everything archived again, by the present rules",
    "runs": "The runs of extraction: list, diff, promote, rollback",
    "sources": "The sources, and what may be done with them",
    "doctor": "Check everything that is kept, and say what to do",
    "rebuild": "Make the database again from the captures; judgements are kept",
}
"""Each has its file `commands/<name>.py` with a Typer application named `app`."""

INTERRUPTED = 130
INTRO = "Figures in news and reports: extract, reconcile, search. Start with `extractor demo`."
HOME = "Every command keeps its data in --home DIR, else $EXTRACTOR_HOME, else ./extractor-data."
UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # what the option parser raises; typer shows its child only


def main() -> None:
    """The entry point `extractor`; ends the process with the exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line; its exit code."""
    if not arguments or arguments[0] in {"--help", "-h", "help"}:
        typer.echo(overview())
        return 0
    if arguments[0] == "--version":
        from importlib.metadata import version

        typer.echo(f"extractor {version('extractor')}")
        return 0
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        near = difflib.get_close_matches(name, COMMANDS, n=1)
        return _fail(f"there is no command {name}. " + (f"Did you mean {near[0]}?" if near else "Try --help"), 2)
    return _run_command(name, rest)


def overview() -> str:
    """The help of the program itself, made without importing the commands."""
    width = max(map(len, COMMANDS)) + 2
    lines = [f"  {name:<{width}}{about}" for name, about in COMMANDS.items()]
    return "\n".join(
        ["Usage: extractor COMMAND [OPTIONS]", "", INTRO, "", *lines, "", "extractor COMMAND --help shows each.", HOME]
    )


def _run_command(name: str, arguments: list[str]) -> int:
    app = import_module(f"extractor.cli.commands.{name}{'_' if iskeyword(name) else ''}").app
    prog = f"extractor {name}"
    try:
        result = app(arguments, prog_name=prog, standalone_mode=False)
    except ExtractorError as error:
        return _fail(str(error), error.exit_code)
    except UsageError as error:
        message = error.format_message() if isinstance(error, typer.BadParameter) else str(error)
        return _fail(f"{message.rstrip('.')}. Try: {prog} --help", 2)
    except (typer.Abort, KeyboardInterrupt):
        return _interrupted()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(
            f"{error.filename or 'the output'}: {error.strerror}. Check the path, its permissions and space", 2
        )
    if result == INTERRUPTED:  # typer's own answer to Ctrl-C
        return _interrupted()
    return result if isinstance(result, int) else 0


def _interrupted() -> int:
    return _fail("interrupted; run the same command again to go on", INTERRUPTED)


def _fail(message: str, code: int) -> int:
    typer.echo(f"extractor: {' '.join(message.split())}", err=True)
    return code
