"""Following other systems by file: what an import or its withdrawal makes of the counts of tools used."""
