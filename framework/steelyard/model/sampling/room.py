"""Arrays that are used again and again."""

import numpy as np
import numpy.typing as npt


class Room:
    """Keeps one array a name, so that working through many chunks asks for memory once.

    Fresh arrays of a chunk's size would come from the system each time, and clearing them takes longer than the work.
    """

    def __init__(self) -> None:
        self._kept: dict[str, npt.NDArray[np.uint8]] = {}

    def array(self, name: str, shape: tuple[int, ...], kind: npt.DTypeLike = np.float64) -> npt.NDArray[np.float64]:
        """The array of a name in a shape, holding whatever it held before."""
        dtype = np.dtype(kind)
        size = int(np.prod(shape)) * dtype.itemsize
        kept = self._kept.get(name)
        if kept is None or len(kept) < size:
            kept = self._kept[name] = np.empty(size, dtype=np.uint8)
        held: npt.NDArray[np.float64] = kept[:size].view(dtype).reshape(shape)
        return held
