"""The unit's own values in the law of ranking and of titles, and the law a finished round keeps."""
