"""The office's own network: which address of this machine is served there, under a certificate of the house's own."""
