"""The competency questions in both languages, for pages; docs/competency-questions.md says more of each."""

from __future__ import annotations

QUESTIONS: dict[str, tuple[str, str]] = {
    "CQ1": (
        "某项创新在哪些城市开展，各自从何时起，依据哪份文件，以何种角色？",
        "Which cities run innovation X, since when, by whose act, in which role?",
    ),
    "CQ2": (
        "某项创新如何扩散：由谁开始，经过哪几轮，依据哪些文件，速度多快？",
        "How did X travel: who began, which rounds, which acts, how fast?",
    ),
    "CQ3": (
        "关于某个城市，目前知道什么？",
        "What is known of city C?",
    ),
    "CQ4": (
        "两个城市在贸易、市场主体、创新、政策和协会方面有何不同？",
        "How do A and B differ in trade, market entities, innovations, policies, associations?",
    ),
    "CQ5": (
        "就某个主题，谁出资、支持谁，比例、上限、门槛各是多少，依据哪项政策？",
        "Who pays for topic T: to whom, what rate, cap, threshold, by which policy?",
    ),
    "CQ6": (
        "哪些说法互不一致，原因在数值、统计口径、日期种类、算术还是时效？",
        "Which statements disagree, and is it the value, the caliber, the kind of date, arithmetic, or age?",
    ),
    "CQ7": (
        "这一说法出自哪里？",
        "Where does this come from?",
    ),
    "CQ8": (
        "按批次、省份、日期列出综试区，包括已终止的。",
        "Zones by batch, province, date; zones that ended.",
    ),
    "CQ9": (
        "历年评估各档有哪些城市，谁升入、谁退出？",
        "Evaluation tiers by year: who entered, who left?",
    ),
    "CQ10": (
        "谁先行，谁跟进，晚多久；哪些文件引用哪些文件？",
        "Who starts things, who follows, how late; which papers cite which?",
    ),
    "CQ11": (
        "哪些城市反映哪些问题，哪些措施或建议回应这些问题？",
        "Which problems do which cities report, and which measures or recommendations answer them?",
    ),
    "CQ12": (
        "哪些企业、协会、项目和产业集群把城市联系起来？",
        "Which enterprises, associations, programmes and clusters tie cities together?",
    ),
    "CQ13": (
        "某地某项指标在各统计口径下如何变化，目标与结果相差多少？",
        "How did an indicator of a place move over time, per caliber? Targets against outcomes?",
    ),
    "CQ14": (
        "与我同批次、同省或同档次的城市有什么是本市没有的？",
        "What do my peers (same batch, province or tier) have that my city lacks?",
    ),
    "CQ15": (
        "哪些措施写明在某日有效？",
        "Which measures are stated as in force on a date?",
    ),
}
