"""Documents on their way to receivers, and packets that come in: what is read before anything is written."""
