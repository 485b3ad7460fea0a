"""The recurrence of recurrence.cpp as a PyTorch function."""

import ctypes
import functools
import pathlib
import subprocess
import tempfile

import torch


@functools.cache
def _library():
    source = pathlib.Path(__file__).with_suffix(".cpp")
    target = pathlib.Path(tempfile.mkdtemp()) / "recurrence.so"
    subprocess.run(["g++", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", source, "-o", target], check=True)
    return ctypes.CDLL(str(target))


def _at(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class _Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, x, v, bounds):
        u, x, v = u.float().contiguous(), x.float().contiguous(), v.float().contiguous()
        c, h = torch.empty_like(x), torch.empty_like(x)
        _library().forward(_at(u), _at(x), _at(v), _at(bounds), ctypes.c_long(len(bounds) - 1),
                           ctypes.c_long(x.shape[-1]), _at(c), _at(h))
        ctx.save_for_backward(u, x, v, c, bounds)
        return h

    @staticmethod
    def backward(ctx, dh):
        u, x, v, c, bounds = ctx.saved_tensors
        dh = dh.float().contiguous()
        du, dx, dv = torch.empty_like(u), torch.empty_like(x), torch.zeros_like(v)
        _library().backward(_at(u), _at(x), _at(v), _at(c), _at(bounds), ctypes.c_long(len(bounds) - 1),
                            ctypes.c_long(x.shape[-1]), _at(dh), _at(du), _at(dx), _at(dv))
        return du, dx, dv, None


def recurrence(u, x, v, bounds):
    """h [words, 2, width] from u [words, 2, 3, width], x [words, 2, width], v [2, 2, width], bounds [sentences + 1]."""
    return _Recurrence.apply(u, x, v, bounds)
