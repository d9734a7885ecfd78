// CQ8 截至某日各省综试区个数（在该日前已终止的不计）
// CQ8 pilot zones by province up to a date (a zone that ended by then is left out)
// 等于目录中的查询 the same as: cemai query zones/by-province
// :param until => date('2022-12-31')
MATCH (place)<-[:SUBJECT]-(c:Designation)-[:OBJECT]->(zone:PilotZone)
WHERE c.date_kind <> 'ended' AND c.date_begin <= $until
  AND NOT EXISTS { (zone)<-[:OBJECT]-(last:Claim {date_kind: 'ended'}) WHERE last.date_end <= $until }
OPTIONAL MATCH (place)-[:IN_PROVINCE]->(above)
OPTIONAL MATCH (place)-[:WITHIN]->(around)
WITH zone, coalesce(above, around, place) AS province
RETURN province.id AS province, province.name_zh AS province_zh, count(DISTINCT zone) AS zones
ORDER BY zones DESC, province;
