"""Lines of source: there are none here, and tracebacks say which they were."""


def checkcache(filename=None):
    pass


def getline(filename, lineno, module_globals=None):
    return ""


def getlines(filename, module_globals=None):
    return []


def lazycache(filename, module_globals):
    return False
