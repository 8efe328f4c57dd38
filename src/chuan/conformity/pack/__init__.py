"""The evidence pack: everything an inspector asks for, in one file that can be checked on his own machine."""
