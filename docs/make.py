"""Writes the pages of docs/ that are made from the code: `python docs/make.py`; a test fails when they drift.

- schema.md: the data dictionary, from the migrations and columns.toml
- reference.md: commands, filters and pages
- architecture.svg: the layers, from the import contract
"""

from __future__ import annotations

import re
import sqlite3
import tomllib
from html import escape
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

from extractor.store.database import migrate

HERE = Path(__file__).parent
PROJECT = HERE.parent
MIGRATIONS = PROJECT / "extractor" / "store" / "migrations"
MADE = "<!-- Made by docs/make.py. Change the code, or columns.toml, and run it again. -->\n"


def pages() -> dict[str, str]:
    """File name -> content."""
    return {"schema.md": schema(), "reference.md": reference(), "architecture.svg": architecture()}


# The data dictionary --------------------------------------------------------------------------------------


def schema() -> str:
    """Every table and view with its columns: type, whether it may be null, and what it means."""
    db = sqlite3.connect(":memory:")
    scripts = [path.read_text("utf-8") for path in sorted(MIGRATIONS.glob("[0-9]*.sql"))]
    migrate(db)
    about = _comments("\n".join(scripts))
    meanings = tomllib.loads((HERE / "columns.toml").read_text("utf-8"))
    rows = db.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid").fetchall()
    shadow = re.compile(r"_fts_|^sqlite_")
    found = [(name, kind) for name, kind in rows if not shadow.search(name)]
    parts = [MADE, "# The database\n", f"`facts.db`, SQLite, schema {len(scripts)}. {meanings['about']}\n"]
    for kind, title in (("table", "Tables"), ("view", "Views")):
        parts.append(f"## {title}\n")
        parts += [_table(db, name, kind, about, meanings) for name, which in found if which == kind]
    db.close()
    return "\n".join(parts)


def _comments(script: str) -> dict[str, str]:
    """What stands in `--` lines right above each CREATE."""
    pattern = r"((?:^--(?! .*-{10}).*\n)+)CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)"
    found = re.finditer(pattern, script, re.MULTILINE)
    return {match[2]: " ".join(line.lstrip("- ") for line in match[1].splitlines()) for match in found}


Meanings = dict[str, dict[str, str]]


def _table(db: sqlite3.Connection, name: str, kind: str, about: dict[str, str], meanings: Meanings) -> str:
    lines = [f"### {name}\n", f"{about.get(name) or meanings['tables'][name]}\n"]
    if kind == "view":
        lines.append(f"Columns: {', '.join(row[1] for row in db.execute(f'PRAGMA table_info({name})'))}.\n")
        return "\n".join(lines)
    targets = {row[3]: row[2] for row in db.execute(f"PRAGMA foreign_key_list({name})")}
    lines += ["| column | type | null | meaning |", "|---|---|---|---|"]
    for _, column, type_, not_null, _, primary, hidden in db.execute(f"PRAGMA table_xinfo({name})"):
        if hidden == 1:
            continue
        meaning = meanings.get(name, {}).get(column) or meanings["any"].get(column)
        if meaning is None and column in targets:
            meaning = f"the row of `{targets[column]}`"
        if meaning is None:
            raise SystemExit(f"docs/columns.toml does not say what {name}.{column} means")
        mark = " (key)" if primary else " (generated)" if hidden in (2, 3) else ""
        lines.append(f"| {column}{mark} | {type_.lower()} | {'' if not_null or primary else 'yes'} | {meaning} |")
    return "\n".join(lines) + "\n"


# Commands, filters, pages ---------------------------------------------------------------------------------


def reference() -> str:
    """What can be called, asked and opened."""
    return "\n".join([MADE, "# Reference\n", *_commands(), *_filters(), *_pages()])


def _commands() -> list[str]:
    from extractor.cli.main import COMMANDS

    lines = ["## Commands\n", "`extractor COMMAND --help` has the options. Every command takes `--home DIR`.\n"]
    for name, about in COMMANDS.items():
        module = import_module(f"extractor.cli.commands.{name}{'_' if name == 'import' else ''}")
        function = getattr(module, name, None) or getattr(module, f"{name}_")
        text = cleandoc(function.__doc__ or "")
        if not text or not module.EPILOG.startswith("Example: "):
            raise SystemExit(f"the command {name} has no docstring or no example")
        lines += [f"### {name}\n", f"{about}. {text}\n", f"```\n{module.EPILOG.removeprefix('Example: ')}\n```\n"]
    return lines


def _filters() -> list[str]:
    from extractor.search import FILTERS

    rows = [f"| `--{row.name}` | {row.help} | {row.sentence.format('…')} |" for row in FILTERS]
    head = ["## Filters\n", "Of `search`, `compare`, `export` and the pages.\n", "| filter | value | keeps |"]
    return [*head, "|---|---|---|", *rows, ""]


def _pages() -> list[str]:
    from extractor.web.pages import registry

    rows = []
    for page in registry():
        about = (page.__doc__ or "").strip().partition("\n")[0]
        if not about:
            raise SystemExit(f"the page {page} has no docstring")
        route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"{\1}", str(page.ROUTE)).strip("^$")
        route = re.sub(r"\(\?:(\w+)\|[^)]*\)", r"\1", re.sub(r"\(\?:\w+\)\?", "", route))
        rows.append(f"| `{route}` | {about} |")
    return ["## Pages\n", "Of `extractor serve`.\n", "| address | what it shows |", "|---|---|", *rows, ""]


# The picture ----------------------------------------------------------------------------------------------

WIDTH, ROW, BOX = 1080, 116, 80


def architecture() -> str:
    """The layers of the import contract, top to bottom; each box says what its package is for."""
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]
    height = ROW * len(layers) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" role="img">',
        f"<title>{escape(contract['name'])}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for number, packages in enumerate(layers):
        top = 16 + number * ROW
        width = (WIDTH - 24) / len(packages)
        for place, package in enumerate(packages):
            parts += _box(package, 12 + place * width + 6, top, width - 12)
        if number + 1 < len(layers):
            middle, bottom = WIDTH / 2, top + BOX
            arrow = f"M{middle} {bottom + 4}v24m-7 -9l7 9l7 -9"
            parts.append(f'<path d="{arrow}" fill="none" stroke="#5b6573" stroke-width="2"/>')
    note = f'<text x="{WIDTH / 2}" y="{height - 12}" font-size="14" fill="#5b6573" text-anchor="middle">'
    return "\n".join([*parts, f"{note}{escape(contract['name'])}.</text>", "</svg>\n"])


def _box(package: str, left: float, top: float, width: float) -> list[str]:
    text = (import_module(package).__doc__ or "").strip().partition("\n\n")[0]
    about = re.split(r"[.?](?:\s|$)|;", " ".join(text.split()))[0]
    words = _wrapped(about, int(width / 6))[:3]
    lines = [
        f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BOX}" rx="6" fill="#eef3f8" stroke="#2f5d8a"/>',
        f'<text x="{left + width / 2:.1f}" y="{top + 20}" font-size="15" font-weight="bold" fill="#17324d" '
        f'text-anchor="middle">{package.rpartition(".")[2]}</text>',
    ]
    for number, line in enumerate(words):
        lines.append(
            f'<text x="{left + width / 2:.1f}" y="{top + 38 + 14 * number}" font-size="11" fill="#33475b" '
            f'text-anchor="middle">{escape(line)}</text>'
        )
    return lines


def _wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


if __name__ == "__main__":
    for name, content in pages().items():
        (HERE / name).write_text(content, encoding="utf-8")
