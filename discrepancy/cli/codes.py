"""The exit codes, as the reference of the command line lists them."""

__all__ = ["DEGRADED", "FAILED", "FAULT", "FINE", "INTERRUPTED", "PIPE_CLOSED", "WRONG"]

FINE, FAILED, WRONG, DEGRADED, FAULT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 70, 130, 141
