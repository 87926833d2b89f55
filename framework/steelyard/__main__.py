"""`python -m steelyard` is the command `steelyard`."""

from steelyard.command_line import main

if __name__ == "__main__":
    main()
