"""Run the command line as `python -m esfmodel`."""

from __future__ import annotations

import sys

from esfmodel.cli import main

if __name__ == "__main__":
    sys.exit(main())
