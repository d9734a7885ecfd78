// CQ7 一条陈述的证据与定位
// CQ7 evidence and passages of a claim
// 等于目录中的查询 the same as: cemai query claims/evidence
// :param claim => 'claim/casebook-2024/zones/zone-330100'
MATCH (:Claim {id: $claim})-[:EVIDENCE]->(e)-[:SOURCE]->(s)
OPTIONAL MATCH (e)-[r]->(p:Passage)
RETURN e.id AS evidence, s.id AS source, s.name_zh AS source_zh,
       toLower(replace(type(r), '_PASSAGE', '')) + 'Passage' AS span_role, p.start AS start, p.end AS end, e.page AS page
ORDER BY evidence, start, span_role, end;
