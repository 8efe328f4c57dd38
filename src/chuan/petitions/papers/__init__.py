"""Papers of petitions: written once, typeset as PDF and Word, or begun as a draft in the room of documents."""
