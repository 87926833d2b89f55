"""The version of the program; the package's metadata reads it from here."""

VERSION = "0.1.0"
