"""The shape of what is typed on the pages of intake; who may and whether it holds is decided in actions."""
