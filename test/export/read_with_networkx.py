"""Prints what networkx reads from a GEXF or GraphML file: numbers of nodes and edges, and labels."""

import json
import sys

import networkx

path = sys.argv[1]
read = networkx.read_gexf if path.endswith(".gexf") else networkx.read_graphml
graph = read(path)
json.dump(
    {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "labels": sorted(label for _, label in graph.nodes(data="label")),
        "keys": sorted(graph.nodes),
        "predicates": sorted(label for _, _, label in graph.edges(data="label")),
        "quotes": sorted(quote for _, _, quote in graph.edges(data="quote")),
    },
    sys.stdout,
)
