"""Pages under /van-ban/gui-nhan/: sendings, the outbox, packets that came in, receivers."""
