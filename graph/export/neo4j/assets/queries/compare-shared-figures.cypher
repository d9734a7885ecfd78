// CQ4 两地同一指标、类型、单位、所属期、性质、口径的数值并列
// CQ4 figures of two places that share indicator, measure, unit, period, modality and caliber
// 等于目录中的查询 the same as: cemai query compare/shared-figures
// :param a => 'place/440300'
// :param b => 'place/330200'
MATCH (:Thing {id: $a})<-[:SUBJECT]-(x:Observation)-[:OBJECT]->(i)<-[:OBJECT]-(y:Claim)-[:SUBJECT]->(:Thing {id: $b})
WHERE y.measure = x.measure AND y.unit = x.unit AND y.period = x.period AND y.modality = x.modality
  AND y.caliber = x.caliber
RETURN i.id AS indicator, i.name_zh AS indicator_zh, x.measure AS figure, x.unit AS unit, x.period AS period,
       x.modality AS modality, x.caliber AS caliber, x.value AS value_a, y.value AS value_b,
       x.id AS claim_a, y.id AS claim_b
ORDER BY indicator, period, figure, claim_a, claim_b;
