"""The day for which the site is built: figures, examples, charts and due reviews follow it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.clock import today_in_beijing


def build_day(extra: Mapping[str, Any]) -> date:
    """The day passed in as ``BUILD_DATE`` (``extra.build_date``), else today in Beijing."""
    passed_in = extra.get("build_date")
    return date.fromisoformat(str(passed_in)) if passed_in else today_in_beijing()
