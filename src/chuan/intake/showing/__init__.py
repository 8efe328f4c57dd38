"""What the pages of intake show, put together for their templates; nothing here changes anything."""
