"""In which columns of a planned table an order's number and its amounts stand."""

from decimal import Decimal

from calculators.core.arithmetic.money import FEN_A_YUAN
from calculators.core.definition import Definition
from calculators.core.inputs.fields import fields_of
from calculators.core.table.columns.beside_inputs import ORDER
from calculators.core.table.planning.plan import Plan


class OrderColumns:
    """What a plan says of them, for tables of one calculator.

    ``adds`` are the inputs with a column whose amounts add up where an order has several rows, and
    ``unit`` is theirs; ``amounts`` the columns of all inputs in yuan, by input, ``summed`` those
    that a row of totals adds up: where there are no amounts, the counts.
    ``order`` is the column of the order's number, if rows are joined by it, ``given`` the amount in
    fen that is given for every order, if one is. ``told`` are the columns where something may stand
    of an order that is not asked for: its state, its refunds.
    """

    def __init__(self, definition: Definition, plan: Plan) -> None:
        files, inputs, columns = definition.files, fields_of(definition.inputs), plan.columns
        adds = files.adds if files else ()
        self.adds = [name for name in adds if name in columns]
        self.unit = next((plan.units[name] for name in self.adds if name in plan.units), "yuan")
        # Where one amount is given for all orders, rows of one order are one all the same.
        self.per_order = bool(files and files.counts_per_order(plan.known))
        self.order = columns.get(ORDER) if self.per_order else None
        self.told = columns if files and files.tells_states(plan.known) else {}
        known = {name: at for name, at in columns.items() if name in inputs}
        self.amounts = {name: at for name, at in known.items() if inputs[name].is_amount}
        counts = {name: at for name, at in known.items() if inputs[name].counts_pieces}
        in_yuan = any(each.in_yuan for each in inputs.values())
        self.summed = self.amounts if in_yuan else counts
        given = [inputs[name].read(plan.given[name]) for name in adds if plan.given.get(name)]
        self.given = int(sum(given, Decimal()) * FEN_A_YUAN) if given else None
