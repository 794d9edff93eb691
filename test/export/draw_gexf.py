"""Draws a GEXF file as it says itself: networkx reads it, matplotlib draws.

python3 test/export/draw_gexf.py docs.gexf gexf.png
"""

import sys

import matplotlib
import networkx

matplotlib.use("Agg")
from matplotlib import pyplot

LABELS = 25

source, target = sys.argv[1:]
matplotlib.rcParams["font.family"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "sans-serif"]
graph = networkx.read_gexf(source)
drawn = {node: data["viz"] for node, data in graph.nodes(data=True)}
places = {node: (viz["position"]["x"], viz["position"]["y"]) for node, viz in drawn.items()}
statements = [(a, b) for a, b, data in graph.edges(data=True) if data["directed"]]
others = [(a, b) for a, b, data in graph.edges(data=True) if not data["directed"]]
ranked = sorted(graph, key=lambda node: -graph.nodes[node]["pagerank"])[:LABELS]

figure, axes = pyplot.subplots(figsize=(11, 7), dpi=110)
simple = networkx.DiGraph(graph)
sizes = [6 * drawn[node]["size"] ** 1.6 for node in simple]
colors = ["#%02x%02x%02x" % tuple(drawn[node]["color"][c] for c in "rgb") for node in simple]
networkx.draw_networkx_edges(simple, places, others, arrows=False, edge_color="#c8c8c8", width=0.5, ax=axes)
networkx.draw_networkx_edges(
    simple, places, statements, edge_color="#505050", width=0.9, arrowsize=7, node_size=sizes, ax=axes
)
networkx.draw_networkx_nodes(simple, places, node_size=sizes, node_color=colors, ax=axes)
names = {node: graph.nodes[node]["label"] for node in ranked}
networkx.draw_networkx_labels(
    simple, places, names, font_size=8, font_family="Noto Sans CJK JP", ax=axes,
    bbox={"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.7},
)
axes.set_axis_off()
figure.tight_layout(pad=0)
figure.savefig(target)
