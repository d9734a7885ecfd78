# 规则：互逆属性（属于与包含、成员与成员包括、运营与运营方）与对称属性（合作方）。
# Rule: inverse properties (part and whole, member and body, operator and operated) and symmetric ones (partners).
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT { GRAPH g:inferred { ?y ?inverse ?x } }
WHERE {
  GRAPH g:ontology { ?property owl:inverseOf ?inverse }
  GRAPH ?from { ?x ?property ?y }
  FILTER NOT EXISTS { GRAPH ?any { ?y ?inverse ?x } }
} ;

INSERT { GRAPH g:inferred { ?y ?inverse ?x } }
WHERE {
  GRAPH g:ontology { ?inverse owl:inverseOf ?property }
  GRAPH ?from { ?x ?property ?y }
  FILTER NOT EXISTS { GRAPH ?any { ?y ?inverse ?x } }
} ;

INSERT { GRAPH g:inferred { ?y ?property ?x } }
WHERE {
  GRAPH g:ontology { ?property a owl:SymmetricProperty }
  GRAPH ?from { ?x ?property ?y }
  FILTER NOT EXISTS { GRAPH ?any { ?y ?property ?x } }
}
