"""The page for citizens: where it exists, what bounds what comes in."""
