"""The public page: feedback and suggestions of citizens, without sign-in, on a provincial host only."""
