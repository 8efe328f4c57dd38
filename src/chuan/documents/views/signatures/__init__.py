"""Pages under /van-ban/chu-ky/: check a file, a folder of them, whom the unit trusts."""
