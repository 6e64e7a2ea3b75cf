"""The colours of the page, for paper and for a dark slide."""

from dataclasses import dataclass

from geo.records import ClaimType, Movement, Status


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for; those of the types are Okabe and Ito's, as in ``page.css``."""

    paper: str
    ink: str
    soft: str
    rule: str
    sea: str
    land: str
    border: str
    denied: str
    movement: str
    presence: str
    casualties: str
    supply: str

    def of_type(self, kind: ClaimType) -> str:
        """Return the colour of a type of claim."""
        return {
            ClaimType.MOVEMENT: self.movement,
            ClaimType.PRESENCE: self.presence,
            ClaimType.CASUALTIES: self.casualties,
            ClaimType.SUPPLY: self.supply,
        }[kind]

    def of(self, movement: Movement) -> str:
        """Return the colour of a movement's marks; what is denied has one of its own."""
        return self.denied if movement.status is Status.DENIED else self.of_type(movement.type)


LIGHT = Palette(
    paper="#ffffff",
    ink="#1a1f25",
    soft="#59636e",
    rule="#dde1e5",
    sea="#dfe7ec",
    land="#f8f6f1",
    border="#c9c7c0",
    denied="#6d757d",
    movement="#0072b2",
    presence="#009e73",
    casualties="#d55e00",
    supply="#cc79a7",
)
DARK = Palette(
    paper="#14181d",
    ink="#e9ebee",
    soft="#a0a9b3",
    rule="#2d343c",
    sea="#0d1115",
    land="#22282f",
    border="#414a54",
    denied="#8b939b",
    movement="#56b4e9",
    presence="#1fb98c",
    casualties="#e8762d",
    supply="#d88fb6",
)
