# 规则：事物也属于其类的各上位类，直到 cm:Entity。记录（断言、证据、片段）与概念已写明自己的类，不再推出。
# Rule: a thing is also of every class above its own, up to cm:Entity. Records (claims, evidence, passages) and
# concepts state the classes that queries ask for; nothing is derived for them.
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT { GRAPH g:inferred { ?thing a ?above } }
WHERE {
  GRAPH g:ontology { ?class rdfs:subClassOf+ ?above . ?above rdfs:subClassOf* cm:Entity }
  GRAPH ?stated { ?thing a ?class }
  FILTER NOT EXISTS { GRAPH ?any { ?thing a ?above } }
}
