"""Documents that come in: what a file says of itself, what is already here, whose work it is, how it is listed."""
