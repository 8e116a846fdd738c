"""The individual table in OpenFisca: run by the interpreter of an environment that holds OpenFisca-Core, and no other.

``python openfisca_table.py TABLE.json PERSONS ROUNDS`` prints what it took and what came out, as JSON.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2024-09"
Person = build_entity(key="person", plural="persons", label="A person", is_person=True)


def system_for(yuan: list[str]) -> TaxBenefitSystem:
    """One dated parameter a row of the table; a person's row is an enumeration, and the award is looked up by it."""
    rows = Enum("Rows", {f"row_{number}": f"row_{number}" for number in range(len(yuan))})

    class table_row(Variable):  # noqa: N801 -- OpenFisca takes a variable's name from its class
        value_type = Enum
        possible_values = rows
        default_value = rows.row_0
        entity = Person
        definition_period = DateUnit.MONTH

    class award(Variable):  # noqa: N801
        value_type = float
        entity = Person
        definition_period = DateUnit.MONTH

        def formula(person, period, parameters):  # noqa: N805, ANN001, ANN202 -- called by OpenFisca as it stands
            return parameters(period).award[person("table_row", period)]

    system = TaxBenefitSystem([Person])
    values = {f"row_{number}": {"values": {"2023-02-10": {"value": float(one)}}} for number, one in enumerate(yuan)}
    system.parameters = ParameterNode("", data={"award": values})
    system.add_variables(table_row, award)
    return system


def calculate(system: TaxBenefitSystem, codes: np.ndarray) -> tuple[float, np.ndarray]:
    """Seconds from a simulation without results to every person's award."""
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(len(codes)))
    simulation = builder.build(system)
    begun = perf_counter()
    simulation.set_input("table_row", PERIOD, codes)
    awards = simulation.calculate("award", PERIOD)
    return perf_counter() - begun, awards


def main() -> None:
    table, persons, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    yuan = json.loads(table.read_text(encoding="utf-8"))
    system = system_for(yuan)
    codes = np.resize(np.arange(len(yuan)), persons)
    timed = [calculate(system, codes) for _ in range(rounds + 1)][1:]
    awards = timed[-1][1]
    told = {
        "version": version("OpenFisca-Core"),
        "seconds": [seconds for seconds, _ in timed],
        "kind": str(awards.dtype),
        "total_in_its_own_floats": float(awards.sum(dtype=awards.dtype)),
        "total": float(awards.sum(dtype=np.float64)),
        "first": [float(one) for one in awards[: len(yuan)]],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
