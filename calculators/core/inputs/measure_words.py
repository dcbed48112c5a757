"""What one of the goods is called behind a number: ``件``, ``双``, ``pcs``."""

# Not 盒, 包, 袋, 对 and 打, which may hold several, and not 单 and 笔, which are orders.
ONE_BY_ONE = "件个只台份条套双副瓶罐本册张把支枚块片顶根粒颗株盆束朵辆部"
ONE_BY_ONE_IN_LETTERS = (
    *("pc", "pcs", "piece", "pieces", "item", "items", "unit", "units", "each", "ea"),
    *("set", "sets", "bottle", "bottles"),
)
