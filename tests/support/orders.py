"""Files of orders as merchants export them, made up but always the same."""

import random
from pathlib import Path

# What may stand in any export: a formula that somebody typed as a remark, a line break, a comma.
REMARKS = ("", "尽快", "=cmd|' /C calc'!A0", '"两件,\n一起发"', "+86 138")


def orders(count: int) -> str:
    """A table of ``count`` orders with a heading; every fiftieth cannot be answered."""
    chance = random.Random(count)  # noqa: S311 (an example, not a secret)
    lines = ["主订单编号,选购商品,买家实付金额（元）,支付完成时间,买家留言"]
    for number in range(count):
        paid = f"¥{chance.randrange(1, 500_000) / 100:.2f}" if number % 50 else "待核对"
        remark = REMARKS[number % len(REMARKS)]
        lines.append(
            f"69{number:016d}\t,连衣裙 {number % 7},{paid},2026/11/{1 + number % 28},{remark}"
        )
    return "\r\n".join(lines) + "\r\n"


def write_orders(path: Path, count: int) -> Path:
    """The same as a file, in the encoding that Chinese spreadsheets write."""
    path.write_bytes(orders(count).encode("gb18030"))
    return path
