# 规则：下位属性蕴含上位属性（首创、试点、采用……即为开展；所属省份即为位于其内）。证据的片段属性不推。
# Rule: a property implies those above it (originated, piloted, adopted … are ways to run; in a province is within it).
# The passages of evidence are left alone: no query asks for them in general.
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT { GRAPH g:inferred { ?x ?above ?y } }
WHERE {
  GRAPH g:ontology { ?property rdfs:subPropertyOf+ ?above . FILTER (?above != cm:passage) }
  GRAPH ?from { ?x ?property ?y }
  FILTER NOT EXISTS { GRAPH ?any { ?x ?above ?y } }
}
