"""docs/ask.md from the forms of `queries/ask/`."""

from __future__ import annotations

from collections.abc import Iterator

from cemai.queries.ask.templates import QuestionTemplate, question_templates

_HEAD = """\
# Ask 提问

`cemai ask "…"` takes a question in Chinese or English and answers it by a query of the catalogue or by the command of
that question. There is no model and no network: a question is matched to the forms below (`queries/ask/*.yml`) and to
the register of names. It prints which query ran with which parameters and the command that gives the same rows, then
the rows, each with its claim or where it is stated. Rows of the catalogue have `evidence_tier` and `locator` as well.

`cemai ask "……"` 接受中文或英文问题，用查询目录或相应命令作答。不用模型，不连网络：问题与下列样式（`queries/ask/*.yml`）
及名称登记表匹配。先写明所用查询、参数与等价命令，再列出各行及其陈述编号或出处；目录查询的各行另加证据层级与出处两列。

```console
$ cemai ask "1210 推广到了哪些城市？"
查询 query: trace(name=1210)
命令 command: cemai trace 1210
…
$ cemai ask "When did Qingdao get its zone?" --format csv
$ cemai ask "谁对独立站补贴最多" --out 独立站.xlsx
$ cemai ask "哪些城市连续三年第一档" --show-only      # how it is read; nothing runs 只说明读法
$ cemai ask --list                                  # all questions 全部问题
```

```python
kg = cemai.open()
found = kg.ask("深圳和宁波有什么不同")
found.answer.reading.query, found.to_pandas()
```

## Never a guess 不作猜测

- Every word of the question must be explained by one form. A word more (a negation, a year, a role, "coastal") and the
  question is **not understood**: the nearest three questions that can be answered are shown, filled with the names that
  were found; exit status 1. In Python: `cemai.ask.NotUnderstood` with `.suggestions`.
  问题中每个字词都须由一种样式解释；多出一个字词（否定、年份、角色、“沿海”），即**没有读懂**，列出最接近的三个可答问题，
  并填入已识别的名称；退出码 1。
- Two readings of different meaning are both shown, and none is run; exit status 1.
  有两种读法时都列出，不运行；退出码 1。
- A name that several things have (吉林: province and city; Suzhou: 苏州 and 宿州) is refused with the candidates; write
  the id in the question: `cemai ask "place/220200 什么时候获批综试区"`; exit status 2.
  重名时列出候选，请把编号写进问题；退出码 2。
- Unverified statements show only with `--all`, and are counted. 未核实的陈述须加 `--all` 才列出，未列出的计数。
- An empty answer is no denial: it says how many statements are known of the things that were asked about.
  没有行不等于“没有”：会写明所问事物已有多少条陈述。

Order of words is free for most forms as long as all their parts are there and nothing else. Traditional characters,
full-width forms, polite words and punctuation do not matter. 多数样式不拘语序；繁体、全角、客套话与标点不影响。

## How a form is written 样式的写法

One entry in `queries/ask/*.yml`: `id`, `questions` (CQ), examples `zh` and `en` with `{slot=value}`, `run` (a query of
the catalogue or a method of `KnowledgeGraph`), `with` (parameters), `patterns`, and where order is free
`required_parts` and `optional_parts`. In a pattern `[x]` may be left out, `(x|y)` is one of several, `<name>` a set of
words and `{kind}` a name or value of a kind of `words.yml`; `{kind:name}` gives it a name of its own, `{kind+:name}` is
a list. `row_filter` leaves the rows of one thing, `required_columns` says what every row must have, `note` is shown
with the answer, a `fallback` gives way to others.
Sources and tests: `queries/ask/`, `tests/queries/ask/`. 每种样式是一个条目；写法见上，词组与槽位种类见 `words.yml`。

## How well it reads 读懂多少

The 100 questions of `tests/queries/ask/questions.yml` were written before the patterns. Paraphrases were written after
them in three rounds and measured before the patterns were widened by each (`tests/queries/ask/paraphrases.yml`, h, k,
m). Of those that have an answer 21 of 44, then 14 of 36, then (with free order of words) 23 of 39 were answered;
**none by a wrong query** in any round. The others were given back with questions that can be answered, in the last
round 14 of 16 with the right one among them. Expect about six in ten fresh wordings to be understood at once.
100 个问题先写，样式后写；之后又写了三轮新说法，先测后补。三轮分别答出 21/44、14/36、23/39，**无一答错**；其余给出
可答的问题（末轮 16 个中 14 个含正确的问题）。新说法约有六成能一次读懂。

## Questions 可问的问题

Names are examples. This page is made by `make docs`. 名称为举例；本页由该命令生成。
"""


def lines() -> Iterator[str]:
    """The page, line by line: a table for each competency question."""
    yield from _HEAD.splitlines()
    first: dict[str, list[QuestionTemplate]] = {}
    for form in question_templates():
        first.setdefault(form.questions[0], []).append(form)
    for question in sorted(first, key=lambda cq: int(cq.removeprefix("CQ"))):
        yield from ("", f"### {question}", "", "| 中文 | English | answered by 由何作答 |", "|---|---|---|")
        for form in first[question]:
            yield f"| {form.example('zh')} | {form.example('en')} | `{form.run}` |"
