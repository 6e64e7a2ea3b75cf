"""Background tiles from a server, for those who want them and can do without a page that asks for nothing."""

import re
from dataclasses import dataclass

from geo.errors import InputError

# Only what may stand in a Content-Security-Policy: a scheme, a host of plain letters, perhaps a port.
_ADDRESS = re.compile(r"(https?://)((?:\{s\}\.)?)([A-Za-z0-9.-]+(?::[0-9]{1,5})?)(/[!-~]*)", re.ASCII)
_GAPS = ("{z}", "{x}", "{y}")


@dataclass(frozen=True, slots=True)
class Tiles:
    """A server of map tiles.

    Attributes
    ----------
    url
        Address of a tile, with ``{z}``, ``{x}`` and ``{y}`` where Leaflet puts its numbers.
    credit
        Whom the tiles are by, as the server asks for it.
    """

    url: str
    credit: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is no address of tiles.

        Raises
        ------
        InputError
            The address has another form, so that a policy could not name its server.
        """
        if not _ADDRESS.fullmatch(self.url) or any(gap not in self.url for gap in _GAPS):
            raise InputError(
                f"{self.url!r} is no address of tiles: give it as https://HOST/{{z}}/{{x}}/{{y}}.png"
            )

    @property
    def origin(self) -> str:
        """Return the server as a Content-Security-Policy names it."""
        scheme, anywhere, host, _ = self._parts()
        return f"{scheme}{'*.' if anywhere else ''}{host}"

    @property
    def server(self) -> str:
        """Return the server's host."""
        return self._parts()[2]

    def _parts(self) -> tuple[str, str, str, str]:
        found = _ADDRESS.fullmatch(self.url)
        if found is None:
            raise InputError(f"{self.url!r} is no address of tiles")
        scheme, anywhere, host, path = found.groups()
        return scheme, anywhere, host, path
