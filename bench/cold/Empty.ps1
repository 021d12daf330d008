# What it takes to start a process that does nothing.
