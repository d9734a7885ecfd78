// CQ2 某项创新的传播轮次：按文件、日期与角色计主体数（不含未核实）
// CQ2 rounds of an innovation by act, date and role, with the number of subjects (unverified left out)
// 等于目录中的查询 the same as: cemai query trace/rounds
// :param innovation => 'innovation/1210'
MATCH (c:Adoption)-[:OBJECT]->(:Thing {id: $innovation})
WHERE c.claim_rank <> 'deprecated' AND NOT c:Unverified
MATCH (c)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:ACT]->(a)
RETURN c.predicate AS role, a.id AS act, c.date_begin AS begin, c.date_kind AS kind,
       count(DISTINCT s) AS subjects, count(DISTINCT c) AS claims
ORDER BY begin, role, act, kind;
