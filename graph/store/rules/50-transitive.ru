# 规则：传递属性（位于……之内、属于）：镇在县内、县在省内，则镇在省内。
# Rule: transitive properties (within, part of): a town within a county within a province is within the province.
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT { GRAPH g:inferred { ?x ?property ?z } }
WHERE {
  GRAPH g:ontology { ?property a owl:TransitiveProperty }
  GRAPH ?first { ?x ?property ?y }
  GRAPH ?second { ?y ?property ?z }
  FILTER NOT EXISTS { GRAPH ?any { ?x ?property ?z } }
}
