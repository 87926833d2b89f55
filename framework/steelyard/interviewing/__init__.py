"""What an interview about weights needs: its course, its draft, what is shown, how answers are read, its file."""
