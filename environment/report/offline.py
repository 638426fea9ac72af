"""Finds what a page would fetch from elsewhere."""

from __future__ import annotations

from html.parser import HTMLParser

# Elements whose address is fetched when the page opens; links a reader follows are no part of it.
_FETCHED = {
    "script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "audio": "src",
    "video": "src", "source": "src", "track": "src", "input": "src", "link": "href", "image": "href",
}  # fmt: skip
_PASSIVE_LINKS = {"canonical", "license", "author", "alternate", "next", "prev"}


def fetched(page: str) -> list[str]:
    """Addresses that the page does not carry itself; empty for one that stands alone."""
    finder = _Finder()
    finder.feed(page)
    finder.close()
    return finder.addresses


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "link" and set((attributes.get("rel") or "").split()) & _PASSIVE_LINKS:
            return
        address = (attributes.get(_FETCHED.get(tag, "")) or "").strip()
        if address and not address.startswith(("data:", "#", "blob:")):
            self.addresses.append(address)

    handle_startendtag = handle_starttag
