"""What a server sends as it is: compressed copies beside the files."""

import gzip
from pathlib import Path

import brotli

from tools.precompress import precompress


def test_each_text_and_program_has_both_copies_and_nothing_else_has(tmp_path: Path) -> None:
    (tmp_path / "runtime").mkdir()
    data = b"\0asm" * 1000
    (tmp_path / "runtime" / "a.wasm").write_bytes(data)
    (tmp_path / "b.png").write_bytes(data)
    precompress(tmp_path, quality=1)
    precompress(tmp_path, quality=1)  # copies are not copied
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"a.wasm", "a.wasm.gz", "a.wasm.br", "b.png"}
    assert gzip.decompress((tmp_path / "runtime" / "a.wasm.gz").read_bytes()) == data
    assert brotli.decompress((tmp_path / "runtime" / "a.wasm.br").read_bytes()) == data
