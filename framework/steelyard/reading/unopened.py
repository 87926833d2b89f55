"""Files and folders that cannot be opened: what to do about it, by the reason that the machine gives."""

from errno import EACCES, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENFILE, ENOENT, ENOTDIR, EPERM
from shlex import quote

from steelyard.documents.place import START
from steelyard.reading.contents import StrangeFileError
from steelyard.reading.fault import Fault

_ITSELF = "Put the file itself in its place, or delete the link."
_MANY_OPEN = "Close programs that hold many files open, and check again."
_REMEDIES = {
    ENOTDIR: "A file lies where a folder of that name is meant: move it away.",
    EISDIR: "A folder lies where the file is meant: move it away, or rename it.",
    ELOOP: f"It is a link that leads in a circle. {_ITSELF}",
    ENAMETOOLONG: "Give it a shorter name.",
    EMFILE: _MANY_OPEN,
    ENFILE: _MANY_OPEN,
}
_OTHERWISE = "Open it in another program: where that fails too, restore it from git or from a backup."


def not_opened(error: OSError, what: str, path: str, *, is_there: bool) -> Fault:
    """The fault of a file or folder that cannot be opened; `is_there` says whether something lies at its path."""
    if isinstance(error, StrangeFileError):
        return Fault("F002", START, str(error), error.remedy)
    reason = error.strerror or "the machine gives no reason"
    return Fault("Y001", START, f"the {what} cannot be opened: {reason}", _remedy(error, what, path, is_there=is_there))


def _remedy(error: OSError, what: str, path: str, *, is_there: bool) -> str:
    if error.errno in (EACCES, EPERM):
        return _refused(what, path) if is_there else _refused("folder", path.rpartition("/")[0] or ".")
    if error.errno == ENOENT:
        return f"It is a link that leads nowhere. {_ITSELF}" if is_there else _vanished(what)
    return _REMEDIES.get(error.errno or 0, _OTHERWISE)


def _refused(what: str, path: str) -> str:
    command = f"chmod {'u+rx' if what == 'folder' else 'u+r'} {quote(path)}"
    return f"Allow yourself to read the {what}, or have its owner allow it ({command})."


def _vanished(what: str) -> str:
    if what == "file of draws":
        return "Put the file there, or name another under `draws`."
    return "It went away while the folder was read: check again."
