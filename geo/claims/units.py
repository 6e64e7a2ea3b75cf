"""What forces and goods are counted in."""

from collections.abc import Mapping

from geo.records import Means

PERSONNEL = "personnel"
SYSTEMS = "systems"
MISSILES = "missiles"
SHIP = "ship"  # a pronoun for one
VESSELS = "vessels"
AIRCRAFT = "aircraft"
VEHICLES = "vehicles"
CONVOY = "convoy"
CARRIERS = frozenset({VESSELS, AIRCRAFT, VEHICLES})
MATERIEL = CARRIERS | {"battery"}
LOADS = frozenset(
    {"consignment", "shipment", "tonne", "litre", "containers"}
)  # sent, and never an army's own
SERVED = frozenset({SYSTEMS, "battery", "field hospital"})  # what people man
# Whose own names hold a number: "32 Engineer Regiment".
FORMATIONS = frozenset(
    {"brigades", "battalions", "companies", "regiment", "division", "platoon", "squadron", "battery"}
)
# By which way they move themselves, whatever goes beside them: "125 aircraft and 34 ships".
OWN_MEANS: Mapping[str, Means] = {VESSELS: Means.SEA, AIRCRAFT: Means.AIR}
