// CQ5 某主题的各项支持标准：对象、比例、金额、上限、门槛（按公布内容，现行是否有效未知）
// CQ5 provisions on a topic: to whom, rate, amount, cap, threshold (as published; whether in force today is not known)
// 等于目录中的查询 the same as: cemai query measures/provisions
// :param topic => 'independent-site'
MATCH (c:Provision {predicate: 'provides', topic: $topic})-[:SUBJECT]->(m)
WHERE c.claim_rank <> 'deprecated'
MATCH (t:Topic {id: 'topic/' + c.topic})
MATCH (b:Beneficiary {id: 'beneficiary/' + c.beneficiary})
RETURN c.id AS claim, m.id AS measure, m.name_zh AS measure_zh, m.name_en AS measure_en, c.topic AS topic,
       t.name_zh AS topic_zh, t.name_en AS topic_en, c.beneficiary AS beneficiary, b.name_zh AS beneficiary_zh,
       b.name_en AS beneficiary_en, c.rate_pct AS rate, c.rate_base AS rate_base, c.amount AS amount, c.cap AS cap,
       c.floor AS floor, c.currency AS currency, c.threshold AS threshold, c.threshold_unit AS threshold_unit,
       c.per AS per, c.condition AS condition, c.valid_from AS valid_from, c.valid_to AS valid_to,
       c.printed AS printed, c.evidence_tier AS tier
ORDER BY topic, measure, claim;
