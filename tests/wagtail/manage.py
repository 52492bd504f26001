"""Runs the site of the tests: `make test-wagtail` says how."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "office.settings")
    sys.path.append(str(Path(__file__).resolve().parents[2] / "integrations/wagtail"))
    execute_from_command_line(sys.argv)
