"""What igraph takes for the same measures on the same network: reads edges, prints seconds and writes values."""
import json
import sys
import time

import igraph
import numpy

folder, measure, nodes = sys.argv[1], sys.argv[2], int(sys.argv[3])
edges = numpy.fromfile(f"{folder}/edges.bin", dtype=numpy.uint32).reshape(-1, 2)
weights = numpy.fromfile(f"{folder}/weights.bin", dtype=numpy.float64).tolist()
graph = igraph.Graph(n=nodes, edges=edges)
if measure == "constraint":
    run = lambda: graph.constraint(weights=weights)
elif measure == "clustering":
    run = lambda: graph.transitivity_local_undirected(mode="nan")
elif measure == "components":
    run = lambda: graph.connected_components().membership
elif measure == "k-core":
    run = lambda: graph.coreness()
elif measure == "communities":
    run = lambda: graph.community_multilevel(weights=weights)
else:
    run = lambda: graph.betweenness(directed=False)
began = time.process_time()
values = run()
seconds = time.process_time() - began
answer = {"seconds": seconds, "version": igraph.__version__}
if measure == "communities":
    answer["modularity"] = values.modularity
else:
    numpy.array(values, dtype=numpy.float64).tofile(f"{folder}/values.bin")
print(json.dumps(answer))
