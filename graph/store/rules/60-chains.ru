# 规则：属性链。机构所在区域之上的区域；省内有地方开展；所在关区开展（不等于该地已采用）。
# Rule: property chains. The areas around a seat; what places of a province run; what the customs district or zone
# that covers a place runs (no adoption by the place).
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>

INSERT { GRAPH g:inferred { ?x cm:locatedIn ?around } }
WHERE {
  GRAPH ?first { ?x cm:locatedIn ?area }
  GRAPH ?second { ?area cm:within ?around }
  FILTER NOT EXISTS { GRAPH ?any { ?x cm:locatedIn ?around } }
} ;

INSERT { GRAPH g:inferred { ?province cm:regionRuns ?innovation } }
WHERE {
  GRAPH ?first { ?place cm:runs ?innovation }
  GRAPH ?second { ?place cm:inProvince ?province }
  FILTER NOT EXISTS { GRAPH ?any { ?province cm:regionRuns ?innovation } }
} ;

INSERT { GRAPH g:inferred { ?place cm:districtRuns ?innovation } }
WHERE {
  GRAPH ?first { ?district cm:covers ?place }
  GRAPH ?second { ?district cm:runs ?innovation }
  FILTER NOT EXISTS { GRAPH ?any { ?place cm:districtRuns ?innovation } }
}
