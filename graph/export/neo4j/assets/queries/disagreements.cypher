// CQ6 核查发现的分歧及所涉断言；先重后轻
// CQ6 findings of the audit with their claims, the most serious first
// 等于目录中的查询 the same as: cemai query disagreements/claims
MATCH (f:Disagreement)-[:INVOLVES]->(c:Claim)-[:SUBJECT]->(s)
MATCH (c)-[:EVIDENCE]->()-[:SOURCE]->(o)
RETURN f.id AS finding, f.severity_rank AS rank, f.disagreement_class AS class, f.is_disagreement AS disagreement,
       f.audit_rule AS rule, f.description_zh AS zh, f.description_en AS en, f.gap AS gap, f.gap_unit AS gap_unit,
       f.relative_gap AS relative, c.id AS claim, s.id AS subject, s.name_zh AS subject_zh, o.id AS source
ORDER BY rank, claim, source;
