// CQ1 某项创新（及其前身）在哪些地方、以何种角色、自何时、依何文件
// CQ1 where an innovation (or what came before it) runs, in which role, since when and by whose act
// 等于目录中的查询 the same as: cemai query trace/adoptions
// :param innovation => 'innovation/1210'
CALL {
  MATCH (o:Thing {id: $innovation}) RETURN o
  UNION ALL
  MATCH (:Thing {id: $innovation})<-[:OBJECT]-(:Claim {predicate: 'predecessorOf'})-[:SUBJECT]->(o) RETURN o
}
MATCH (c:Claim)-[:OBJECT]->(o) WHERE (c:Adoption OR c:Designation) AND c.claim_rank <> 'deprecated'
MATCH (c)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:ACT]->(a)
OPTIONAL MATCH (c)-[:LEARNED_FROM]->(l)
RETURN c.id AS claim, s.id AS subject, s.name_zh AS subject_zh, s.name_en AS subject_en, c.predicate AS role,
       o.id AS object, o.name_zh AS object_zh, c.date AS date, c.date_begin AS begin, c.date_end AS end,
       c.date_precision AS precision, c.date_kind AS kind, c.date_kind_basis AS basis, a.id AS act, a.name_zh AS act_zh,
       c.stage AS stage, l.id AS learned_from, l.name_zh AS learned_zh, c.evidence_tier AS tier,
       c.confidence AS confidence, c.note AS note
ORDER BY claim;
