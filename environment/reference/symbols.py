"""The index of symbols: from what the literature writes (ECC, CSSF, BTH 14) to the functions that compute it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from .members import Member


@dataclass(frozen=True)
class Entry:
    """A symbol, an equation or a method by its name."""

    symbol: str
    meaning: str
    anchors: tuple[str, ...]  # places of docs/methods.md


def anchors_of(methods: str) -> list[tuple[tuple[str, ...], str]]:
    """The anchors of docs/methods.md, those of one place together, with the words in bold after them."""
    places = re.findall(r'((?:<a id="[^"]+"></a>)+)\s*(?:\*\*([^*]+)\*\*)?', methods)
    return [(tuple(re.findall(r'id="([^"]+)"', anchors)), title.strip(". ")) for anchors, title in places]


def equations(methods: str) -> list[Entry]:
    """Every numbered equation: BTH 8–10 are three."""
    entries = []
    for anchors, title in anchors_of(methods):
        found = re.fullmatch(r"(BTH|JX) (\d+)(?:–(\d+))?", title)
        if found:
            paper, first, last = found.group(1), int(found.group(2)), int(found.group(3) or found.group(2))
            entries += [Entry(f"{paper} {number}", "", anchors) for number in range(first, last + 1)]
    return entries


def named(methods: str) -> list[Entry]:
    """Methods that have a name instead of a number."""
    return [
        Entry(title or anchors[0].replace("-", " ").capitalize(), "", anchors)
        for anchors, title in anchors_of(methods) if not re.match(r"(BTH|JX) \d", title)
    ]  # fmt: skip


def abbreviations(glossary: str, methods: str) -> list[Entry]:
    """The abbreviations of the glossary that lead to a place of docs/methods.md: ECC, ESC, CSSF."""
    places = {anchor: anchors for anchors, _ in anchors_of(methods) for anchor in anchors}
    entries = []
    for term, chinese, meaning in rows(glossary):
        anchors = tuple(dict.fromkeys(a for cited in re.findall(r"methods\.md#([a-z0-9-]+)", meaning) for a in places.get(cited, (cited,))))
        plain = re.sub(r"\s*\(?\[[^\]]*\]\([^)]*\)[,)]*", "", meaning).strip()
        entries += [Entry(symbol, f"{plain} ({chinese})", anchors) for symbol in re.findall(r"\b[A-Z]{2,}\b", term) if anchors]
    return entries


def rows(glossary: str) -> list[tuple[str, str, str]]:
    """Term, Chinese term and meaning of each line of the glossary."""
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in glossary.splitlines() if line.startswith("|")]
    return [(term, chinese, meaning) for term, chinese, meaning in cells[2:]]


def functions(entry: Entry, members: list[Member]) -> list[Member]:
    """The members whose doc comments cite one of the entry's places."""
    return [member for member in members if member.anchors & set(entry.anchors)]


def page(glossary: str, methods: str, members: list[Member]) -> str:
    """The index as Markdown for docfx."""
    return f"""# Index of symbols

From what the literature writes to the types and members whose documentation cites that place of [methods](methods.md).

## Abbreviations

| Symbol | Meaning | Method | Functions |
| --- | --- | --- | --- |
{_lines(sorted(abbreviations(glossary, methods), key=lambda entry: entry.symbol), members, meaning=True)}
## Equations of the sources

| Equation | Method | Functions |
| --- | --- | --- |
{_lines(equations(methods), members, meaning=False)}
## Methods by name

| Method | Place | Functions |
| --- | --- | --- |
{_lines(named(methods), members, meaning=False)}"""


def _lines(entries: list[Entry], members: list[Member], meaning: bool) -> str:
    lines = []
    for entry in entries:
        found = ", ".join(f"[{member.name}](xref:{quote(member.uid, safe='')})" for member in functions(entry, members))
        said = f" {entry.meaning} |" if meaning else ""
        lines.append(f"| {entry.symbol} |{said} [{entry.anchors[-1]}](methods.md#{entry.anchors[0]}) | {found} |\n")
    return "".join(lines)
