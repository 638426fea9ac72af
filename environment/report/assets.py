"""What all pages of a site share: the renderer of formulas, plotly.js, Jupyter's style, the scripts of tables and of the home page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from . import files

_HERE = Path(__file__).parent
FOLDER = "assets"
# A style sheet of that many characters is Jupyter's own; it is the same in every page.
_LARGE = 20_000


@dataclass(frozen=True)
class Assets:
    """Where the shared files come from, and whether pages refer to them or carry them."""

    mathjax: str
    plotly: str | None
    output: Path
    standalone: bool = False

    def write(self) -> None:
        """Puts the shared files beside the pages."""
        if self.standalone:
            return
        for name, text in self._shared().items():
            path = self.output / FOLDER / name
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                files.write_atomically(path, text)

    def share(self, page: str) -> str:
        """The page without what it shares with others; the page itself where each is to stand alone."""
        if self.standalone:
            return page
        if self.plotly and _CARRIER.search(page):
            page = _CARRIER.sub("", page)
            page = page.replace("</head>", f'<script src="{FOLDER}/plotly-cartesian.js"></script>\n</head>', 1)
        return re.sub(r"<style[^>]*>(.*?)</style>", self._styled, page, flags=re.DOTALL)

    def head(self, script: str) -> str:
        """The elements that bring formulas and a script of the site to a page."""
        if self.standalone:
            return f"<script>{_inline(self.mathjax)}</script>\n<script>{_inline(_read(script))}</script>"
        return f'<script defer src="{FOLDER}/mathjax.js"></script>\n<script defer src="{FOLDER}/{script}"></script>'

    def _shared(self) -> dict[str, str]:
        shared = {"mathjax.js": self.mathjax, "page.js": _read("page.js"), "home.js": _read("home.js")}
        return shared | ({"plotly-cartesian.js": self.plotly} if self.plotly else {})

    def _styled(self, style: re.Match) -> str:
        text = style.group(1)
        if len(text) < _LARGE:
            return style.group(0)
        name = f"style-{hashlib.sha256(text.encode()).hexdigest()[:12]}.css"
        path = self.output / FOLDER / name
        if not path.exists():
            files.write_atomically(path, text)
        return f'<link rel="stylesheet" href="{FOLDER}/{name}">'


# The library that a figure carries into a notebook; maps of the world bring another one, which stays.
_CARRIER = re.compile(r'<script type="text/plain" class="carboncomp-plotly" data-name="cartesian"[^>]*>[^<]*</script>\n?')


def is_shared(address: str, output: Path) -> bool:
    """Whether a page may fetch this: a file of the site's own."""
    return re.fullmatch(rf"{FOLDER}/[\w.-]+", address) is not None and (output / address).exists()


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _inline(script: str) -> str:
    # An inline script ends at the first closing tag, even one in a string.
    return script.replace("</script", "<\\/script")
