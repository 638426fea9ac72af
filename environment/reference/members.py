"""Public members and the places of docs/methods.md that their doc comments cite."""

from __future__ import annotations

import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

# What the pages are of; the kernel is a program.
LIBRARIES = (
    "CarbonComp", "CarbonComp.Formats", "CarbonComp.Studies", "CarbonComp.Uncertainty", "CarbonComp.Charts", "CarbonComp.Interactive",
    "CarbonComp.PlotlyNet", "CarbonComp.Glpk", "CarbonComp.OrTools",
)  # fmt: skip
_CITATION = re.compile(r"docs/methods\.md#([a-z0-9-]+)((?:,? (?:to |and )?#[a-z0-9-]+)*)")


@dataclass(frozen=True)
class Member:
    """A type or one of its members."""

    uid: str  # as doc comments and docfx name it
    anchors: frozenset[str]

    @property
    def name(self) -> str:
        """As code names it: the type, or the type and the member."""
        plain = re.sub(r"`+\d+", "", self.uid.split("(")[0])
        parts = plain.split(".")
        type_at = max(i for i, part in enumerate(parts) if i == 0 or parts[i - 1] in _NAMESPACES)
        return ".".join(parts[type_at:])


_NAMESPACES: set[str] = set()


def cited(comments: str) -> list[str]:
    """The anchors that a text cites: docs/methods.md#jx-8 to #jx-11."""
    return [anchor for first, more in _CITATION.findall(comments) for anchor in [first, *re.findall(r"#([a-z0-9-]+)", more)]]


def cited_in_source(code: str) -> list[str]:
    """The anchors that doc comments of C# cite."""
    comments = " ".join(line.strip().removeprefix("///").strip() for line in code.splitlines() if line.strip().startswith("//"))
    return cited(re.sub(r"</?c>", "", comments))


def public_names(sources: Path) -> set[str]:
    """Every public type and member, without parameters: CarbonComp.TransferMatrix.Inflow."""
    names = set()
    for project in LIBRARIES:
        for line in (sources / project / "PublicAPI.Shipped.txt").read_text(encoding="utf-8").splitlines():
            name = re.sub(r"^(?:(?:static|override|virtual|abstract|readonly|const|sealed|~) ?)+", "", line)
            names.add(re.sub(r"<[^<>()]*>", "", re.split(r"[(]|\.get\b|\.init\b| = | -> |\.set\b", name)[0]))
    return names


def citing(assemblies: Path, sources: Path) -> list[Member]:
    """The public types and members whose doc comments cite docs/methods.md, in the order of their names."""
    public, found = public_names(sources), {}
    for project in LIBRARIES:
        for element in xml.parse(assemblies / f"{project}.xml").getroot().iter("member"):
            kind, _, uid = element.get("name").partition(":")
            anchors = frozenset(cited(" ".join("".join(element.itertext()).split())))
            # The constructor of a record repeats what its type says.
            if anchors and kind in "TMPF" and "#ctor" not in uid and re.sub(r"`+\d+", "", uid.split("(")[0]) in public:
                found[uid] = Member(uid, anchors)
    _NAMESPACES.update(_namespaces(public))
    return sorted(found.values(), key=lambda member: (member.name, member.uid))


def _namespaces(public: set[str]) -> set[str]:
    """The last words of namespaces: what stands before types and is none."""
    return {part for name in public for i, part in enumerate(name.split(".")[:-1]) if ".".join(name.split(".")[: i + 1]) not in public}
