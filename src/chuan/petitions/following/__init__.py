"""Following the registers of petitions by file: what an import or its withdrawal makes of them."""

from chuan.petitions.following.follower import PetitionFollower, offer

__all__ = ["PetitionFollower", "offer"]
