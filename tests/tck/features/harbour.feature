Feature: A small harbour

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (ana:PERSON {name: 'Ana', age: 40}),
             (ben:PERSON {name: 'Ben'}),
             (karsa:GPE {name: 'Karsa'}),
             (strike:event:movement {name: 'strike', day: 1}),
             (arrest:event:justice {name: 'arrest', day: 3})
      CREATE (strike)-[:agent]->(ana),
             (strike)-[:place]->(karsa),
             (arrest)-[:patient {words: 'the leader'}]->(ana),
             (arrest)-[:agent]->(ben),
             (arrest)-[:place]->(karsa)
      """

  Scenario: What two events share
    When executing query:
      """
      MATCH (a:event)-[r]->(x)<-[s]-(b:event)
      WHERE a.day < b.day
      RETURN x.name AS shared, type(r) AS first, type(s) AS second
      """
    Then the result should be, in any order:
      | shared  | first   | second    |
      | 'Ana'   | 'agent' | 'patient' |
      | 'Karsa' | 'place' | 'place'   |
    And no side effects

  Scenario: Optional parts give null
    When executing query:
      """
      MATCH (p:PERSON)
      OPTIONAL MATCH (p)<-[:agent]-(e {day: 1})
      RETURN p.name, e.name ORDER BY p.name
      """
    Then the result should be, in order:
      | p.name | e.name   |
      | 'Ana'  | 'strike' |
      | 'Ben'  | null     |

  Scenario Outline: Lengths of chains from Ana
    When executing query:
      """
      MATCH (:PERSON {name: 'Ana'})-[*<length>]-(x) RETURN count(*) AS n
      """
    Then the result should be, in any order:
      | n        |
      | <number> |

    Examples:
      | length | number |
      | 0      | 1      |
      | 1      | 2      |
      | 2      | 3      |
      | 1..2   | 5      |
      | 9      | 0      |

  Scenario: Paths as they lie in the graph
    When executing query:
      """
      MATCH p = (:PERSON {name: 'Ben'})<--()-->(:GPE) RETURN p, length(p) AS l
      """
    Then the result should be, in any order:
      | p                                                                                                                           | l |
      | <(:PERSON {name: 'Ben'})<-[:agent]-(:event:justice {name: 'arrest', day: 3})-[:place]->(:GPE {name: 'Karsa'})> | 2 |

  Scenario: The shortest way
    When executing query:
      """
      MATCH p = shortestPath((:PERSON {name: 'Ben'})-[*]-(:PERSON {name: 'Ana'})) RETURN length(p) AS l
      """
    Then the result should be, in any order:
      | l |
      | 2 |

  Scenario: Every shortest way
    When executing query:
      """
      MATCH p = allShortestPaths((:event {day: 1})-[*]-(:event {day: 3})) RETURN [n IN nodes(p) | n.name] AS names
      """
    Then the result should be, in any order:
      | names                         |
      | ['strike', 'Ana', 'arrest']   |
      | ['strike', 'Karsa', 'arrest'] |

  Scenario: Predicates and comprehensions of patterns
    When executing query:
      """
      MATCH (x) WHERE (x)<-[:agent]-() AND NOT EXISTS { (x)<-[:patient]-() }
      RETURN x.name AS name, [(x)<--(e) | e.name] AS events
      """
    Then the result should be, in any order:
      | name  | events     |
      | 'Ben' | ['arrest'] |

  Scenario: A relationship of an earlier clause
    When executing query:
      """
      MATCH ()-[r:patient]->() WITH r MATCH (a)-[r]-(b) RETURN a.name, b.name
      """
    Then the result should be, in any order:
      | a.name   | b.name   |
      | 'arrest' | 'Ana'    |
      | 'Ana'    | 'arrest' |

  Scenario: Groups come in the order of the graph, top rows are the first of all rows
    When executing query:
      """
      UNWIND range(1, 1000) AS i
      WITH i % 7 AS rest, i ORDER BY rest DESC, i SKIP 2 LIMIT 3
      RETURN rest, i
      """
    Then the result should be, in order:
      | rest | i  |
      | 6    | 20 |
      | 6    | 27 |
      | 6    | 34 |

  Scenario: Union keeps each row once, union all keeps all
    When executing query:
      """
      MATCH (p:PERSON) RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
      | 2 |

  Scenario: Labels and types that nothing has
    When executing query:
      """
      OPTIONAL MATCH (x:Nothing)-[r:NO]->(y) RETURN x, r, y
      """
    Then the result should be, in any order:
      | x    | r    | y    |
      | null | null | null |

  Scenario: A name that is not there
    When executing query:
      """
      MATCH (n) RETURN n.name AS name ORDER BY missing
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable
