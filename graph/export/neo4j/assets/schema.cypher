// 策脉：唯一性约束、索引、全文索引（cjk 分词）· Cemai: the constraint, indexes and full-text indexes (cjk analyzer).
// 可重复运行 · May be run again. 长文字不入范围索引：Neo4j 的索引键不超过约 8 kB · long texts are in no range index.
CREATE CONSTRAINT cemai_id IF NOT EXISTS FOR (n:Cemai) REQUIRE n.id IS UNIQUE;
CREATE INDEX cemai_claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate);
CREATE INDEX cemai_claim_topic IF NOT EXISTS FOR (n:Claim) ON (n.topic);
CREATE INDEX cemai_claim_date IF NOT EXISTS FOR (n:Claim) ON (n.date_begin);
CREATE INDEX cemai_place_code IF NOT EXISTS FOR (n:Place) ON (n.code);
CREATE FULLTEXT INDEX cemai_names IF NOT EXISTS FOR (n:Thing) ON EACH [n.name_zh, n.name_en, n.names] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX cemai_texts IF NOT EXISTS FOR (n:Claim) ON EACH [n.text, n.printed, n.condition, n.note] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
