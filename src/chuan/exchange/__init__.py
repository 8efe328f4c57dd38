"""Codecs and outside doors: papers and sheets come in here, sheets go out.

Kept empty of imports: the process that reads a file starts this package for every upload.
"""
