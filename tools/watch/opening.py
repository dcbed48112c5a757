"""Opening the issue with GitHub's ``gh``: one is open at most, and is rewritten every week."""

import subprocess

from tools.watch import UnusableError
from tools.watch.issue import Issue

LABEL = "watch"


def open_issue(issue: Issue) -> str:
    """Open ``issue``, or rewrite the one that is open; gives its address or number."""
    _gh("label", "create", LABEL, "--force", "--description", "python -m tools.watch")
    listed = ("--label", LABEL, "--state", "open", "--limit", "1", "--json", "number")
    number = _gh("issue", "list", *listed, "--jq", ".[0].number // empty")
    written = ("--title", issue.title, "--body-file", "-")
    if number:
        return _gh("issue", "edit", number, *written, typed=issue.body)
    return _gh("issue", "create", "--label", LABEL, *written, typed=issue.body)


def _gh(*arguments: str, typed: str = "") -> str:
    command = ("gh", *arguments)
    try:
        ran = subprocess.run(
            command, input=typed, capture_output=True, encoding="utf-8", check=True
        )
    except FileNotFoundError:
        raise UnusableError("no_gh") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip() or error.returncode
        raise UnusableError("gh_failed", command=" ".join(command[:3]), why=said) from None
    return ran.stdout.strip()
