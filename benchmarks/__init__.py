"""Measured figures, one module a table: `python -m benchmarks` prints them all, `python -m benchmarks.<name>` one.

Machines are shared and noisy: read ratios and medians, not single times.
"""
