"""Writes random YAML documents with what PyYAML's own parser (pure Python, not libyaml) reads in them.

Usage: yaml_documents.py > Tests/YAMLTests/Foreign/documents.json (needs PyYAML 6; the same bytes each time)

For each scalar: what it is (key or style), text, and its first and one past its last place, both from 1. The end of a
block scalar is left out, because PyYAML counts the empty lines behind it.
"""
import json
import random
import re

import yaml

WORDS = ["ride", "4x8m", "90%", "Z2", "é", "日本", "😀 go", "a b", "x: y", "# no", "it's", 'say "hi"', "", "tab\there",
         "line one\nline two", "para\n\nnext\n", "  lead", "trail ", "- item", "\n", "long " * 9 + "end", "1:30", "null",
         "two\n  deep\nback\n", "end\n\n\n", "a\u0085b", "%x", "&a", "*b", "{c", "}", "[", "back\\slash", "\x07 bell"]
STYLES = [None, None, None, "'", '"', "|", ">"]


def event_style(event):
    return {None: "plain", "": "plain", "'": "singleQuoted", '"': "doubleQuoted", "|": "literal", ">": "folded"}[event.style]


def node(rng, depth):
    kind = rng.random()
    if depth == 0 or kind < 0.45:
        return yaml.ScalarNode("tag:yaml.org,2002:str", rng.choice(WORDS), style=rng.choice(STYLES))
    flow = rng.random() < 0.3
    if kind < 0.7:
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [node(rng, depth - 1) for _ in range(rng.randrange(4))], flow_style=flow)
    keys = rng.sample([word for word in WORDS if word != "<<"], rng.randrange(5))
    pairs = [(yaml.ScalarNode("tag:yaml.org,2002:str", key), node(rng, depth - 1)) for key in keys]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def with_comments(rng, text):
    """Comments at the ends of the lines that can bear one: those that end in a colon, or a bracket."""
    lines = text.split("\n")
    return "\n".join(line + "  # why" if re.search(r"[\w'\"]:$|[\]}]$", line) and rng.random() < 0.3 else line for line in lines)


def place(mark):
    return f"{mark.line + 1}:{mark.column + 1}"


def scalars(text):
    found, stack = [], []
    for event in yaml.parse(text, Loader=yaml.Loader):
        is_key = bool(stack) and stack[-1] == "key"
        if isinstance(event, yaml.ScalarEvent):
            style = event_style(event)
            end = "" if style in ("literal", "folded") else place(event.end_mark)
            found.append(["key" if is_key else style, event.value, place(event.start_mark), end])
        if stack and not isinstance(event, yaml.CollectionEndEvent):
            if stack[-1] in ("key", "value"):
                stack[-1] = "value" if is_key else "key"
        if isinstance(event, yaml.MappingStartEvent):
            stack.append("key")
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append("item")
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
    return found


def usable(text):
    """No explicit tags, and no line break but LF, whose lines PyYAML counts otherwise."""
    return not re.search(r"!|\u0085|\u2028|\u2029|\ufeff", text) and "? " not in text


def main():
    rng = random.Random(20270104)
    documents = []
    while len(documents) < 150:
        root = node(rng, 4)
        if isinstance(root, yaml.ScalarNode) or not root.value:
            continue
        text = yaml.serialize(root, allow_unicode=rng.random() < 0.8, width=rng.choice([20, 40, 80]), indent=rng.choice([2, 4]))
        if not usable(text):
            continue
        try:
            changed = with_comments(rng, text)
            documents.append({"text": changed, "scalars": scalars(changed)})
        except yaml.YAMLError:
            documents.append({"text": text, "scalars": scalars(text)})
    print("[\n" + ",\n".join(json.dumps(document, ensure_ascii=True) for document in documents) + "\n]")


main()
