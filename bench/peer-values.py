"""What igraph or NetworkX computes on random networks: prints ties and values as JSON, `null` where a value is not defined.

Written to test-data/network/{igraph,networkx}-values.json, which tests read:
python3 bench/peer-values.py igraph > test-data/network/igraph-values.json
"""
import json
import math
import random
import sys

SIZES = [(12, 0.3), (25, 0.06), (40, 0.03), (40, 0.1), (60, 0.08), (60, 0.25)]


def drawn(nodes, part, seed):
    """Each pair once, tied with this chance, by weights from 1 to 5."""
    numbers = random.Random(seed)
    pairs = [(one, other) for one in range(nodes) for other in range(one + 1, nodes)]
    return [(one, other, numbers.randint(1, 5)) for one, other in pairs if numbers.random() < part]


def by_igraph(nodes, ties):
    import igraph

    graph = igraph.Graph(n=nodes, edges=[tie[:2] for tie in ties])
    return {
        "constraint": graph.constraint(weights=[tie[2] for tie in ties]),
        "clustering": graph.transitivity_local_undirected(mode="nan"),
        "k-core": graph.coreness(),
        "betweenness": graph.betweenness(directed=False),
    }


def by_networkx(nodes, ties):
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_weighted_edges_from(ties)
    every = list(range(nodes))
    # Asked for all at once, effective sizes are wrong where ties weigh.
    size = networkx.effective_size(graph, nodes=every, weight="weight")
    tied = {node: graph.degree(node) > 0 for node in every}
    closeness = networkx.closeness_centrality(graph)
    values = {
        "constraint": networkx.constraint(graph, nodes=every, weight="weight"),
        "effective-size": size,
        "efficiency": {node: size[node] / graph.degree(node) if tied[node] else math.nan for node in every},
        "clustering": {
            node: value if graph.degree(node) > 1 else math.nan for node, value in networkx.clustering(graph).items()
        },
        "k-core": networkx.core_number(graph),
        "betweenness": networkx.betweenness_centrality(graph, normalized=False),
        "closeness": {node: closeness[node] if tied[node] else math.nan for node in every},
    }
    return {measure: [of[node] for node in every] for measure, of in values.items()}


def told(values):
    return [None if math.isnan(value) else value for value in values]


peer = sys.argv[1]
compute = {"igraph": by_igraph, "networkx": by_networkx}[peer]
version = __import__(peer).__version__
networks = []
for seed, (nodes, part) in enumerate(SIZES, start=1):
    ties = drawn(nodes, part, seed)
    measured = {measure: told(values) for measure, values in compute(nodes, ties).items()}
    networks.append({"nodes": nodes, "ties": ties, "measures": measured})
print(json.dumps({"peer": peer, "version": version, "networks": networks}, separators=(",", ":")))
