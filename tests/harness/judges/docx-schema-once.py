"""Runs the validator named first over the files named after it, and asks xmllint about equal parts once: documents share most of theirs."""

import hashlib
import runpy
import subprocess
import sys

real = subprocess.run
known = {}


def once(command, **options):
    with open(command[-1], 'rb') as part:
        key = (tuple(command[:-1]), hashlib.sha256(part.read()).digest())
    if key not in known:
        known[key] = real(command, **options)
    return known[key]


subprocess.run = once
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')
