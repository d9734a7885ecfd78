"""The README of the folder for Gephi, in Chinese and English."""

from __future__ import annotations

from .rows import Network

_TEXT = """# {title}

数据日期 Data of {modified}. 节点 nodes: {nodes}. 断言之边 edges, one per claim: {edges}. 时间 time: {begin} – {end}.

| file 文件 | for 用途 |
|---|---|
| `gephi.gexf` | Gephi 0.10：带时间线 with time for the timeline |
| `gephi-lite.gexf` | Gephi Lite：时间为普通属性 time as plain attributes (validFrom, validTo, year) |
| `nodes.csv`, `edges.csv` | Gephi 的电子表格导入，或任何程序 Gephi's spreadsheet import, or any program |

## Open 打开

Gephi：“文件 → 打开” `gephi.gexf`；导入报告里“选项…… → 边合并策略”选 **Don't merge（不合并）**，
否则同类平行边被合为一条，断言与日期随之丢失。再点“启用时间线”。“预览”中请选含汉字的字体。

Gephi: File → Open `gephi.gexf`; in the import report choose More options… → Edges merge strategy → **Don't merge**, or
parallel edges of one kind become one and lose their claims and dates. Then Enable Timeline. In Preview choose a font
with Chinese.

Gephi Lite：打开 `gephi-lite.gexf`，按 `year`、`relation`、`evidenceTier` 筛选。
Open `gephi-lite.gexf`, filter by `year`, `relation`, `evidenceTier`.

## Read 怎样读

- 边的编号即断言编号：`cemai explain 编号` 给出出处。
  An edge's id is its claim's: `cemai explain ID` tells where it is stated.
- 时段自 `validFrom` 起：日期只到年或月时，取其首日；`datePrinted` 为原文写法，
  `dateBegin`、`dateEnd` 为该日期所含的首末日。无 `validTo` 即未见终止；无日期的边始终显示。
  A spell begins on `validFrom`: of a date known to the year or month, its first day; `datePrinted` is the date as
  printed, `dateBegin` and `dateEnd` the days it leaves open. No `validTo`: no end is stated. An edge without a date
  always shows.
- `dateKind` 为 `reported` 的，是报道之时，实际可能更早。
  Where `dateKind` is `reported` it was so by then, perhaps earlier.
- 获批（`designated`）不等于采用（`adopted`）；`formerlyDesignated` 已终止。
  Designated is not adopted; `formerlyDesignated` has ended.
- `evidenceTier`：`passage` 核对原文，`act` 引用文件，`unverified` 未核实（仅在 `--all` 时，灰色）。
  `passage` verified, `act` cited, `unverified` (with `--all` only, grey).
- 权重为写明该断言的来源数。The weight is the number of sources that state the claim.
- 位置：有坐标者如地图，其余在其相连者之间。
  Positions: as on a map where coordinates are known, else amid what it is tied to.

## Sources 来源

{notes}
"""


def readme_text(network: Network) -> str:
    """The text."""
    begin, end = network.interval or ("", "")
    return _TEXT.format(
        title=network.title, modified=network.modified, nodes=len(network.nodes), begin=begin, end=end,
        edges=len(network.edges), notes=network.notes.replace("\n", "\n\n"),
    ).rstrip("\n")  # fmt: skip
