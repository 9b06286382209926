"""Environments for the readers that ours is measured against, one each: what they pin does not go together.

    python tests/benchmarks/environments.py [NAME ...] [--cache FOLDER]

makes those that are not there yet and says which could not be made, and why. `everything.py --peers` does so too.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path("~/.cache/extractor-peers").expanduser()
NEEDS: dict[str, tuple[str, ...]] = {
    "quantulum3": ("quantulum3",),
    "recognizers": ("recognizers-text-suite", "emoji<2"),  # it imports a table that emoji 2 has not
    "pynormalizenumexp": ("pynormalizenumexp",),
    "jionlp": ("jionlp",),
    "sudachi": ("spacy[ja]>=3.8,<3.9",),
    "jieba": ("jieba",),
    "newspaper4k": ("newspaper4k[zh,ja]",),
}
"""Name -> what pip is asked for. trafilatura is the project's own dependency and runs beside it."""
ADDRESS = re.compile(r"\S*(?:://|/)\S*")


def environment(name: str, cache: Path = CACHE) -> Path | str:
    """The Python of a peer's environment, made when it is not there; or why it could not be made."""
    folder = cache / name
    python = folder / "bin" / "python"
    if (folder / "made").exists():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *NEEDS[name]],
    ):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            return reason(ran.stderr or ran.stdout)
    (folder / "made").touch()
    return python


def reason(said: str) -> str:
    """The last error that pip printed, without the addresses in it."""
    lines = [line for line in said.splitlines() if line.startswith("ERROR")] or said.splitlines() or ["no reason given"]
    return ADDRESS.sub("...", lines[-1])[:160]


def main() -> int:
    """Make the environments; exit code 1 when one is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=list(NEEDS))
    parser.add_argument("--cache", type=Path, default=CACHE)
    given = parser.parse_args()
    missing = 0
    for name in given.names:
        found = environment(name, given.cache)
        print(f"{name:<18} {'ready' if isinstance(found, Path) else f'could not be installed: {found}'}", flush=True)
        missing += isinstance(found, str)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
