"""The public page: switched, written to by citizens, its queue decided on, words thrown away in time."""
