"""What people wrote: one frozen record a kind of file, and where in the file each part stands."""
