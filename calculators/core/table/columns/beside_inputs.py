"""What the columns of a file tell besides the inputs of a calculator."""

from calculators.core.definition import Definition

# The order's number, and what has become of it.
ORDER, STATUS, AFTER_SALE, PAYMENT = "order", "status", "after_sale", "payment_status"
# The same of a part of it alone, the sub-order in a row.
ITEM_STATUS, ITEM_AFTER_SALE = "item_status", "item_after_sale"
# Whether an order was shipped, which undoes none; nothing that can be named for a file.
SHIPPING = "shipping"
# Not named either: why an order was closed, which tells of one that was whether it was ever paid;
# what was asked for after the sale, which may be an exchange.
CLOSING, ASKED_FOR = "closing", "asked_for"
REMARKS = (CLOSING, ASKED_FOR)
# For those that look at a file as a whole: what was sold, the parcel's number, where it goes.
PRODUCT, PARCEL, ADDRESS = "product", "parcel", "address"
_OF_ORDERS = (ORDER, STATUS, ITEM_STATUS, AFTER_SALE, ITEM_AFTER_SALE, PAYMENT)
# Parts of an order have their own.
OF_ITEMS = (ITEM_STATUS, ITEM_AFTER_SALE, PRODUCT, PARCEL)
_OF_FILES = (PRODUCT, PARCEL, ADDRESS)
BESIDES = (*_OF_ORDERS, *_OF_FILES)


def beside_inputs(definition: Definition) -> tuple[str, ...]:
    """What a file is asked besides the inputs: only where its rows are orders."""
    files = definition.files
    if not (files and files.has_states):
        return ()
    if not files.adds:
        return tuple(name for name in _OF_ORDERS if name != ORDER)
    return BESIDES if files.dashboard else _OF_ORDERS


def is_of_files(name: str) -> bool:
    """Whether one of these is for those alone that look at a file as a whole."""
    return name in _OF_FILES


def is_of_state(name: str) -> bool:
    """Whether one of these tells what has become of an order."""
    return name in _OF_ORDERS and name != ORDER
