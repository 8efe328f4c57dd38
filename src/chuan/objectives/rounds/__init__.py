"""Next year's objectives in the making: a round of proposals, decided line by line, drafted as a Decision."""
