"""The package as a command of the interpreter: what the script gives."""

import subprocess
import sys

from dragoman import __version__


def test_the_package_runs_as_the_command() -> None:
    told = [sys.executable, "-m", "dragoman"]
    shown = subprocess.run([*told, "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert shown.stdout == f"dragoman {__version__}\n"
    wrong = subprocess.run([*told, "nonsense"], capture_output=True, text=True, timeout=60, check=False)
    assert wrong.returncode == 2
