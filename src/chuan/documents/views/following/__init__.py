"""Pages under /van-ban/theo-doi/."""
