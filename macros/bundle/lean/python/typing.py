"""Types for whoever only writes them down: nothing is checked, and nothing can be asked of them."""

from collections import namedtuple

TYPE_CHECKING = False


class _Form:
    """A type, whatever it is of; whether it is a base of a class makes no difference to that."""

    base = None
    # What :mod:`dataclasses` looks for in the type of each attribute.
    __origin__ = None

    def __init__(self, name, *args, **options):
        self.__name__ = name
        self.__args__ = args

    def __getitem__(self, item):
        of = type(self)(self.__name__, *(item if isinstance(item, tuple) else (item,)))
        of.__origin__ = self
        return of

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __mro_entries__(self, bases):
        return (self.base,) if self.base else ()


class _Subscripted:
    def __class_getitem__(cls, item):
        return cls


class _Generic(_Form):
    base = _Subscripted


class ParamSpec(_Form):
    """Known by this name to :mod:`collections.abc`."""


TypeVar = _GenericAlias = _Form
IO = _Form("IO")
Annotated = _Form("Annotated")
Any = _Form("Any")
BinaryIO = _Form("BinaryIO")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Generic = _Generic("Generic")
Literal = _Form("Literal")
NotRequired = _Form("NotRequired")
Optional = _Form("Optional")
Protocol = _Generic("Protocol")
Self = _Form("Self")
TypeGuard = _Form("TypeGuard")
Union = _Form("Union")
Unpack = _Form("Unpack")


def get_args(form):
    return form.__args__


def cast(typ, value):
    return value


def overload(function):
    return function


override = overload


class _Shape(dict):
    def __init_subclass__(cls, total=True):
        pass


class _TypedDict(_Form):
    base = _Shape

    def __call__(self, name, fields):
        return self.base


TypedDict = _TypedDict("TypedDict")


class _NamedTupleMeta(type):
    """Makes of a class with annotations the named tuple that it describes."""

    def __new__(cls, name, bases, namespace):
        fields = namespace.get("__annotations__", {})
        defaults = [namespace[each] for each in fields if each in namespace]
        module = namespace["__module__"]
        made = namedtuple(name, fields, defaults=defaults, module=module)
        for key, value in namespace.items():
            if key not in fields and key not in {"__dict__", "__weakref__"}:
                setattr(made, key, value)
        return made


class _NamedTuple(_Form):
    base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


NamedTuple = _NamedTuple("NamedTuple")
