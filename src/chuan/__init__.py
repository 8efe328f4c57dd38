"""Chuẩn: the quality management system of a commune-level People's Committee."""

__version__ = "0.1.0"
