"""Pages of documents on their way out, under /van-ban/soan/."""
