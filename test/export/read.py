"""Prints what other people's readers find in a folder of exports, as JSON by file and reader."""

import json
import pathlib
import sys

import igraph
import networkx
import rdflib
from rdflib.compare import isomorphic

folder = pathlib.Path(sys.argv[1])
SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.PROV


def of_networkx(graph):
    edges = [data for _, _, data in graph.edges(data=True)]
    return {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "labels": sorted(data["label"] for _, data in graph.nodes(data=True)),
        "keys": sorted(graph.nodes),
        "predicates": sorted(data["label"] for data in edges),
        "quotes": sorted(data["quote"] for data in edges),
        "weights": sorted(data["weight"] for data in edges),
        "since": sorted({data["since"] for data in edges if "since" in data}),
    }


def of_igraph(graph):
    return {
        "nodes": graph.vcount(),
        "edges": graph.ecount(),
        "labels": sorted(graph.vs["label"]),
        "keys": sorted(graph.vs["id"]),
        "predicates": sorted(graph.es["label"]),
        "quotes": sorted(graph.es["quote"]),
        "weights": sorted(graph.es["weight"]),
        "since": sorted(set(graph.es["since"])) if "since" in graph.es.attributes() else [],
    }


def of_rdflib(graph):
    entities = list(graph.subjects(rdflib.URIRef("urn:mailuo:term:category")))
    statements = list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    quotes = [
        str(graph.value(quotation, SCHEMA.text))
        for statement in statements
        for quotation in graph.objects(statement, PROV.wasDerivedFrom)
    ]
    return {
        "nodes": len(entities),
        "edges": len(statements),
        "labels": sorted(str(graph.value(entity, SCHEMA.name)) for entity in entities),
        "predicates": sorted(str(graph.value(one, rdflib.RDFS.label)) for one in statements),
        "quotes": sorted(quotes),
        "weights": sorted(
            graph.value(one, rdflib.URIRef("urn:mailuo:term:weight")).toPython()
            for one in statements
        ),
        "dates": sorted(str(date) for date in graph.objects(None, SCHEMA.datePublished)),
    }


turtle = rdflib.Graph().parse(folder / "g.ttl", format="turtle")
jsonld = rdflib.Graph().parse(folder / "g.jsonld", format="json-ld")
json.dump(
    {
        "GEXF, networkx": of_networkx(networkx.read_gexf(folder / "g.gexf")),
        "GraphML, networkx": of_networkx(networkx.read_graphml(folder / "g.graphml")),
        "GraphML, igraph": of_igraph(igraph.Graph.Read_GraphML(str(folder / "g.graphml"))),
        "Turtle, rdflib": of_rdflib(turtle),
        "JSON-LD, rdflib": of_rdflib(jsonld),
        "same": isomorphic(turtle, jsonld),
    },
    sys.stdout,
)
