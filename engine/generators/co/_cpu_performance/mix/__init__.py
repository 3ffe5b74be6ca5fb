"""Instruction mixes."""
