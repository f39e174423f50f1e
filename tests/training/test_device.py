"""Precision follows the machine; asked where `.[training]` is installed."""

import pytest

torch = pytest.importorskip("torch")
devices = pytest.importorskip("training.device")


@pytest.mark.parametrize("has", [False, True])
def test_products_are_short_only_where_the_processor_has_them(monkeypatch: pytest.MonkeyPatch, has: bool) -> None:
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: False)
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: has)
    with devices.short(torch.device("cpu")):
        made = torch.ones(2, 2) @ torch.ones(2, 2)
    assert made.dtype == (torch.bfloat16 if has else torch.float32)
