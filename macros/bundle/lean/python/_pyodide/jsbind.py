"""Types of JavaScript functions, told by annotations in Python: none of ours are."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class no_default:
    pass


def _any(*args, **kwargs):
    pass


# Of a function that takes and gives whatever it is, as every one is until it is told otherwise.
default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def _left_out(*args):
    raise NotImplementedError("types of JavaScript functions were left out of this Python")


func_to_sig = get_attr_sig = bind_class_sig = _left_out
