"""How much memory the browser's pages take."""

import os
import re
from pathlib import Path


def peak() -> int:
    """The most that one of our Chromium's renderers has had resident so far, in bytes.

    A worker and its WebAssembly are in the renderer of their page.
    """
    peaks = [0]
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b"--type=renderer" in (process / "cmdline").read_bytes() and _is_ours(process):
                status = (process / "status").read_text()
                peaks += [1024 * int(each) for each in re.findall(r"VmHWM:\s+(\d+) kB", status)]
        except OSError:  # gone meanwhile
            continue
    return max(peaks)


def _is_ours(process: Path) -> bool:
    """Whether a process descends from this one: other browsers may be at work beside it."""
    while process.name not in {"0", "1"}:
        if int(process.name) == os.getpid():
            return True
        # The second field is a name in brackets, which may hold anything.
        process = process.with_name((process / "stat").read_text().rpartition(")")[2].split()[1])
    return False
