"""Each line that a rule must find says which; everything else must be let through."""


def share(numerator, denominator):
    float(numerator)  # found: figure-as-float
    Fraction(numerator, denominator)
