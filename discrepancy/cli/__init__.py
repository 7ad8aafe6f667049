"""The command ``discrepancy``: arguments, exit codes, and all that is printed."""

import sys
import traceback
from collections.abc import Sequence

from discrepancy.cli.arguments import build_parser
from discrepancy.cli.codes import FAULT, INTERRUPTED, PIPE_CLOSED, WRONG
from discrepancy.cli.output import leave_pipe, say
from discrepancy.cli.settings import fill_settings
from discrepancy.errors import DiscrepancyError

__all__ = ["build_parser", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        options = build_parser().parse_args(argv)
        fill_settings(options)
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()
        return PIPE_CLOSED
    except DiscrepancyError as error:
        say(str(error))
        return WRONG
    except OSError as error:
        say(f"{error.filename or 'the output'}: {error.strerror or error}")
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # Python's own exit code for this is 1, which here means findings
        traceback.print_exc()
        return FAULT
    return code
