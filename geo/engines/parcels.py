"""Work that travels as bytes: it is unpacked where it is done, and nowhere between.

Apart from `geo.engines.cluster`, so that the process which does it need not load Dask.
"""

import pickle


def opened(work: bytes, task: bytes) -> bytes:
    """Do the work for one task; both, and the result, are pickled.

    Parameters
    ----------
    work
        A function of a module's top level.
    task
        What it is given.
    """
    return pickle.dumps(pickle.loads(work)(pickle.loads(task)))  # noqa: S301 - of our own run
