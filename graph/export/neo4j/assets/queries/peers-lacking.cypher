// CQ14 同省综试区城市有陈述而某地没有陈述的创新（没有陈述不等于没有）
// CQ14 innovations that zone cities of the same province have a claim for and the place has none (which is not a no)
// 等于目录中的查询 the same as: cemai query peers/lacking-in-province
// :param place => 'place/330300'
MATCH (place:Thing {id: $place})-[:IN_PROVINCE]->()<-[:IN_PROVINCE]-(peer)-[:DESIGNATED]->(:PilotZone)
MATCH (peer)<-[:SUBJECT]-(c:Adoption)-[:OBJECT]->(innovation)
WHERE NOT c:Unverified AND NOT EXISTS { (place)<-[:SUBJECT]-(:Adoption)-[:OBJECT]->(innovation) }
RETURN innovation.id AS innovation, innovation.name_zh AS innovation_zh, count(DISTINCT peer) AS peers
ORDER BY peers DESC, innovation;
