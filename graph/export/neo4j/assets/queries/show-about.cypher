// CQ3 关于某个事物的全部陈述（作主语、宾语或依据文件）
// CQ3 every statement about a thing, as subject, object or act
// 等于目录中的查询 the same as: cemai query show/about
// :param thing => 'place/330100'
MATCH (:Thing {id: $thing})<-[:SUBJECT|OBJECT|ACT]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(o)
RETURN c.id AS claim, c.kind AS type, s.id AS subject, s.name_zh AS subject_zh, c.predicate AS predicate,
       o.id AS object, o.name_zh AS object_zh, c.text AS text, c.printed AS printed, c.hedge AS hedge,
       c.measure AS measure, c.period AS period, c.date AS date, c.date_begin AS begin, c.date_kind AS kind,
       c.caliber AS caliber, c.modality AS modality, c.evidence_tier AS tier, c.confidence AS confidence
ORDER BY type, begin, period, claim;
