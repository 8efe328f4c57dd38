"""The looks of every screen: page anatomy, components, server-drawn charts, formatters."""
