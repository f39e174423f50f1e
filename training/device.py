"""Where a network is fitted, and how precisely numbers are computed there.

In: the machine. Out: its accelerator, or else the CPU, and the context in which a network answers.
"""

import torch


def device() -> torch.device:
    """The accelerator where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def short(where: torch.device, *, cached: bool = True) -> torch.autocast:
    """Products in bfloat16 where the machine has it: where it only imitates that, a step takes four times as long.

    What is captured as a graph must not find weights `cached` in bfloat16: the replayed graph would not change them.
    """
    has = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    return torch.autocast(where.type, torch.bfloat16, where.type == "cuda" or has, cached)
