"""What each clause rests on, what the system finds lacking about itself, what the law asks of it by when."""
