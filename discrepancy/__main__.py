"""``python -m discrepancy``: the same as the command ``discrepancy``."""

import sys

from discrepancy.cli import main

if __name__ == "__main__":
    sys.exit(main())
