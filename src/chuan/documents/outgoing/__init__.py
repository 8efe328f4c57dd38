"""Documents on their way out, apart from what changes them: heads, beginnings, versions, matching, lists."""
