"""A made-up morning of a shop: 2,000 orders and their parcels, with every state in it.

``python -m tests.support.made_day DIR`` writes ``orders.csv`` and ``parcels.csv``, as the order
export and the parcel centre would give them, and ``all.csv``, which has everything in one file.
What is right for each order follows from how it was made, not from the calculators.
"""

import csv
import io
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from calculators.core.inputs.dates import CHINA

NOW = datetime(2026, 8, 14, 9, 0, tzinfo=CHINA)
PROMISED = timedelta(hours=48)
ORDERS_HEADINGS = (
    "主订单编号", "子订单编号", "选购商品", "商品ID", "订单应付金额", "收件人", "详细地址",
    "支付完成时间", "订单状态", "承诺发货时间", "售后状态", "发货时间", "不可抗力",
)  # fmt: skip
PARCELS_HEADINGS = (
    "运单号", "物流商名称", "揽收时间", "首次分拨时间", "轨迹更新时间", "派件时间", "签收时间",
    "订单ID",
)  # fmt: skip
PRODUCTS = [f"36012345678901234{at:02}" for at in range(12)]


@dataclass(frozen=True)
class Scene:
    """How some orders stand: hours before now at which things happened, and what they fit."""

    state: str
    count: int
    paid: int
    uploaded: int | None = None
    collected: int | None = None
    hub: int | None = None
    updated: int | None = None
    delivering: int | None = None
    signed: int | None = None
    status: str = "待发货"
    after_sale: str = "-"
    excused: bool = False


# Limits of the time: scan 24 and 48 hours after the upload, hub as long after the scan, standing
# still 48 hours in one region; late after 48 hours from the payment, out of stock 48 later.
SCENES = (
    Scene("to_ship", 620, 10),
    Scene("ship_soon", 160, 40),
    Scene("late", 90, 60),
    Scene("out_of_stock", 25, 100),
    Scene("to_collect", 200, 20, 5),
    Scene("collection_timeout", 60, 30, 26),
    Scene("abnormal", 14, 55, 49),
    Scene("moving", 300, 40, 30, 28, 20, 10, status="已发货"),
    Scene("hub_timeout", 40, 60, 50, 30, status="已发货"),
    Scene("abnormal", 12, 75, 60, 55, status="已发货"),
    Scene("stalled", 30, 100, 95, 90, 80, 60, status="已发货"),
    Scene("late", 70, 70, 25, 20, 10, status="已发货"),
    Scene("done", 300, 200, 190, 180, 170, 160, 150, 140, status="已完成"),
    Scene("exempt", 20, 60, excused=True),
    Scene("unpaid", 25, 10, status="已关闭"),
    Scene("undone", 34, 60, status="已关闭", after_sale="退款成功"),
)
# The rows of orders, and the parcels' numbers that stand under two orders.
COUNT, REUSED = 2_000, 3


@dataclass(frozen=True)
class Order:
    """One made-up order; its moments, on Douyin's clock, are 20 seconds past a minute."""

    number: str
    scene: Scene
    paid: Decimal
    product: str
    paid_at: datetime
    moments: tuple[datetime | None, ...]
    parcel: str

    @property
    def state(self) -> str:
        """What is right for it."""
        return self.scene.state

    @property
    def ship_by(self) -> datetime:
        """The end of its promise."""
        return self.paid_at + PROMISED

    @property
    def is_counted(self) -> bool:
        """Whether it was paid and is still wanted."""
        return self.state not in {"unpaid", "undone"}

    @property
    def is_late(self) -> bool:
        """Whether no scan came in time."""
        return (self.moments[1] or NOW) > self.ship_by and not self.scene.excused

    @property
    def out_of_stock(self) -> Decimal:
        """What is taken of a promise of 48 hours: one per cent, at least 2, at most 50."""
        if self.state != "out_of_stock":
            return Decimal(0)
        share = (self.paid / 100).quantize(Decimal(1), ROUND_HALF_UP)
        return min(max(share, Decimal(2)), Decimal(50))


def made_day(seed: int = 12) -> list[Order]:
    """The orders, in the order of the export."""
    chance = random.Random(seed)  # noqa: S311 (an example, not a secret)
    orders = [
        _order(scene, chance, at)
        for at, scene in enumerate(each for each in SCENES for _ in range(each.count))
    ]
    chance.shuffle(orders)
    return orders


def _order(scene: Scene, chance: random.Random, at: int) -> Order:
    # Up to so many minutes earlier, all of them alike: no limit is crossed.
    earlier = timedelta(minutes=chance.randrange(50)) - timedelta(seconds=20)

    def moment(hours: int | None) -> datetime | None:
        return None if hours is None else NOW - timedelta(hours=hours) - earlier

    hours = (
        scene.uploaded, scene.collected, scene.hub, scene.updated, scene.delivering, scene.signed,
    )  # fmt: skip
    late = scene.state in {"late", "out_of_stock"}
    product = PRODUCTS[0] if late and chance.randrange(4) else chance.choice(PRODUCTS[1:])
    # The second of each pair has the first one's number.
    reused = scene.state == "moving" and at % 100 in {40, 41}
    return Order(
        number=f"69260011223{at:08}",
        scene=scene,
        paid=Decimal(chance.randrange(500, 900_000)) / 100,
        product=product,
        paid_at=NOW - timedelta(hours=scene.paid) - earlier,
        moments=tuple(map(moment, hours)),
        parcel="" if scene.uploaded is None else f"SF{at - (reused and at % 2):012}",
    )


def orders_file(orders: Sequence[Order]) -> str:
    """The order export."""
    return _written(ORDERS_HEADINGS, (_orders_row(each) for each in orders))


def parcels_file(orders: Sequence[Order]) -> str:
    """The parcel centre's detail: a row for each order whose parcel has a number."""
    rows = (_parcels_row(each) for each in orders if each.parcel)
    return _written(PARCELS_HEADINGS, rows)


def whole_file(orders: Sequence[Order]) -> str:
    """Both in one file: the parcel's columns behind those of its order, but for its numbers."""
    nothing = [""] * 5
    rows = (
        [*_orders_row(each), *(_parcels_row(each)[2:7] if each.parcel else nothing)]
        for each in orders
    )
    return _written((*ORDERS_HEADINGS, *PARCELS_HEADINGS[2:7]), rows)


def states(orders: Sequence[Order]) -> Counter[str]:
    """How many are in each state."""
    return Counter(each.state for each in orders if each.is_counted)


def _orders_row(order: Order) -> list[str]:
    scene = order.scene
    paid_at = "" if scene.state == "unpaid" else _text(order.paid_at)
    return [
        f"{order.number}\t",
        f"{order.number}1\t",
        "冰丝凉席",
        order.product,
        f"{order.paid:.2f}",
        "王**",
        "****",
        paid_at,
        scene.status,
        _text(order.ship_by),
        scene.after_sale,
        _text(order.moments[0]),
        "是" if scene.excused else "否",
    ]


def _parcels_row(order: Order) -> list[str]:
    moments = map(_text, order.moments[1:])
    return [order.parcel, "顺丰", *moments, f"{order.number}\t"]


def _text(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d %H:%M:%S}"


def _written(headings: Sequence[str], rows: Iterator[list[str]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return made.getvalue()


def main(folder: Path) -> None:
    """Write the three files."""
    orders = made_day()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("orders.csv", orders_file(orders)),
        ("parcels.csv", parcels_file(orders)),
        ("all.csv", whole_file(orders)),
    ):
        (folder / name).write_text(text, encoding="utf-8-sig", newline="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
