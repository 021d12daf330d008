# The baseline: a process that does nothing.
