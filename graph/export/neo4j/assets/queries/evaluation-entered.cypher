// CQ9 某年进入某档而上一年未见的城市
// CQ9 cities in a tier in a year that were not in it the year before
// 等于目录中的查询 the same as: cemai query evaluation/entered
// :param year => 2022
// :param tier => 'tier-1'
MATCH (c:Evaluation {year: $year, tier: $tier})-[:SUBJECT]->(place)
WHERE NOT EXISTS { (place)<-[:SUBJECT]-(:Claim {year: $year - 1, tier: $tier}) }
RETURN c.id AS claim, place.id AS place, place.name_zh AS place_zh
ORDER BY place, claim;
