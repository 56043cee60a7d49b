"""Writes the reStructuredText on standard input to standard output, as the forge's Markdown.

Nothing in it stops that: what docutils does not know (Sphinx's roles and directives) and what leads nowhere is shown as its
text. No file is read and nothing raw is taken over.
"""

import re
import sys

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

SETTINGS = {
    "_disable_config": True,
    "docinfo_xform": False,
    "doctitle_xform": False,
    "file_insertion_enabled": False,
    "halt_level": 5,
    "raw_enabled": False,
    "report_level": 5,
    "syntax_highlight": "none",
}

# The release's own heading is of the second level.
TOP = 3
NUMBERED_ROLES = {"issue", "issues", "pr", "pull", "gh", "gh-issue", "bpo", "bug", "ticket"}
CODE_ROLES = set(
    "any attr class command const data dec envvar exc file func guilabel kbd keyword makevar meth mod module obj option "
    "program property regexp samp setting type".split()
)
SILENT_DIRECTIVES = {"contributors", "currentmodule", "default-domain", "highlight", "index", "module", "toctree"}
VERSION_DIRECTIVES = {
    "deprecated": "Deprecated since version",
    "versionadded": "Added in version",
    "versionchanged": "Changed in version",
    "versionremoved": "Removed in version",
}
# https://docs.github.com/get-started/writing-on-github, "Alerts": there are five.
ALERTS = {
    "attention": "WARNING",
    "caution": "CAUTION",
    "danger": "CAUTION",
    "error": "CAUTION",
    "hint": "TIP",
    "important": "IMPORTANT",
    "note": "NOTE",
    "tip": "TIP",
    "warning": "WARNING",
}
SILENT = (
    nodes.Invisible,
    nodes.meta,
    nodes.decoration,
    nodes.raw,
    nodes.system_message,
)


def unknown_role(name, rawtext, text, lineno, inliner, options=None, content=None):
    """The title of `title <target>`, the last part of `~a.b`, the text of all else; as code where the role is for code."""
    kind = name.lower().rpartition(":")[2]
    text = nodes.unescape(text)
    titled = re.fullmatch(r"(.+?)\s*<[^<>]*>", text, re.DOTALL)
    shown = titled[1] if titled else text.lstrip("!")
    if shown.startswith("~"):
        shown = shown[1:].rpartition(".")[2]
    if kind in NUMBERED_ROLES:
        return [nodes.Text(re.sub(r"(?<![\w#])(?=\d)", "#", shown))], []
    return [nodes.literal(rawtext, shown) if kind in CODE_ROLES and not titled else nodes.Text(shown)], []


class AnyOption(dict):
    """Converters for whatever options a directive has."""

    def __missing__(self, name):
        return directives.unchanged


class UnknownDirective(Directive):
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption({"class": directives.unchanged})

    def run(self):
        name = self.name.lower().rpartition(":")[2]
        if name in SILENT_DIRECTIVES:
            return []
        body = nodes.container()
        said = " ".join(self.arguments)
        if name in VERSION_DIRECTIVES:
            version, rest = [*said.split(None, 1), "", ""][:2]
            lead = nodes.emphasis("", f"{VERSION_DIRECTIVES[name]} {version}")
            inline, _ = self.state.inline_text(rest, self.lineno)
            body += nodes.paragraph("", "", lead, *([nodes.Text(": "), *inline] if rest else []))
        elif name == "seealso":
            body = nodes.admonition("", nodes.title("", "See also"))
            if said:
                inline, _ = self.state.inline_text(said, self.lineno)
                body += nodes.paragraph("", "", *inline)
        self.state.nested_parse(self.content, self.content_offset, body)
        return [body]


def lenient(find, otherwise):
    def found_or(*args):
        found, messages = find(*args)
        return (otherwise, []) if found is None else (found, messages)

    return found_or


def escaped(text):
    """A text that Markdown shows as it is. An underscore within a word is none of its marks."""
    text = re.sub(r"([\\`*]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|~(?=~)|&(?=#?\w+;))", r"\\\1", text)
    return text.replace("](", "]\\(")


def code(text):
    ticks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{' '.join(text.split())}{pad}{ticks}"


def link(node):
    address, shown = node.get("refuri"), inline(node)
    if not address:
        return shown
    if node.astext() in (address, address.removeprefix("mailto:")):
        return f"<{node.astext()}>"
    return f"[{shown}]({destination(address)})"


def image(node):
    return f"![{escaped(node.get('alt', ''))}]({destination(node['uri'])})"


def destination(address):
    return f"<{address}>" if re.search(r"[()\s]", address) else address


def dangling(node):
    """A reference that leads nowhere, without its marks."""
    return escaped(re.sub(r"^`?(.*?)(?:\s*<[^<>]*>)?`?_{1,2}$", r"\1", node.astext(), flags=re.DOTALL))


def marked(mark, end=None):
    return lambda node: f"{mark}{inline(node)}{end or mark}"


def literal(node):
    return code(node.astext())


INLINE = {
    nodes.Text: lambda node: escaped(" ".join(re.split(r"\s*\n\s*", node.astext()))),
    nodes.emphasis: marked("*"),
    nodes.strong: marked("**"),
    nodes.literal: literal,
    nodes.math: literal,
    # Single backticks mean code to whoever writes changelogs.
    nodes.title_reference: literal,
    nodes.superscript: marked("<sup>", "</sup>"),
    nodes.subscript: marked("<sub>", "</sub>"),
    nodes.reference: link,
    nodes.image: image,
    nodes.problematic: dangling,
    nodes.footnote_reference: marked("[", "]"),
    nodes.citation_reference: marked("[", "]"),
}


def inline(node):
    return "".join(
        INLINE.get(type(child), inline)(child) for child in node.children if not isinstance(child, SILENT) or has_text(child)
    )


def has_text(node):
    """An inline target is shown, though docutils counts targets among what is not seen."""
    return isinstance(node, nodes.target) and bool(node.children)


def blocks(node):
    """The blocks of a node, with a blank line between them."""
    written = (block(child) for child in node.children if not isinstance(child, SILENT))
    return "\n\n".join(text for text in written if text)


def block(node):
    return BLOCKS[type(node)](node) if type(node) in BLOCKS else inline(node) if is_inline(node) else blocks(node)


def is_inline(node):
    return isinstance(node, (nodes.Text, nodes.Inline, nodes.TextElement))


def paragraph(node):
    """A paragraph of one line, since the forge shows line endings; what would make it another block is escaped."""
    return re.sub(r"^(\d*)(#{1,6}(?=\s)|[-+](?=\s)|>|(?<=\d)[.)](?=\s))", r"\1\\\2", inline(node).strip())


def heading(node):
    """Depth as that of the sections around it."""
    depth, around = 0, node.parent
    while isinstance(around, nodes.section):
        depth, around = depth + 1, around.parent
    return f"{'#' * min(TOP + max(depth - 1, 0), 6)} {inline(node)}"


def indented(text, first, rest=None):
    rest = " " * len(first) if rest is None else rest
    lines = text.split("\n")
    return "\n".join([f"{first}{lines[0]}".rstrip(), *(f"{rest}{line}".rstrip() for line in lines[1:])])


def item(node, mark):
    children = [child for child in node.children if not isinstance(child, SILENT)]
    text = ""
    for child in children:
        is_list = isinstance(child, (nodes.bullet_list, nodes.enumerated_list))
        text += ("\n" if is_list else "\n\n") * bool(text) + block(child)
    return indented(text, mark)


def items(node, marks):
    written = [item(child, next(marks)) for child in node.children if isinstance(child, nodes.list_item)]
    simple = all(sum(isinstance(part, nodes.paragraph) for part in child.children) < 2 for child in node.children)
    return ("\n" if simple else "\n\n").join(written)


def bullet_list(node):
    return items(node, iter(lambda: "- ", None))


def enumerated_list(node):
    start = node.get("start", 1)
    return items(node, (f"{start + place}. " for place in range(len(node))))


def definition(node):
    terms = [f"**{inline(child)}**" for child in node.children if isinstance(child, nodes.term)]
    classes = [f"({inline(child)})" for child in node.children if isinstance(child, nodes.classifier)]
    bodies = [blocks(child) for child in node.children if isinstance(child, nodes.definition)]
    return "\n\n".join(filter(None, [" ".join(terms + classes), *bodies]))


def field(node):
    name, body = node.children
    return indented(f"**{inline(name)}:** {blocks(body)}", "- ")


def fenced(language=""):
    def write(node):
        text = node.astext()
        fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
        named = [name for name in node.get("classes", []) if re.fullmatch(r"[\w+#-]+", name) and name != "code"]
        return f"{fence}{language or ''.join(named[:1])}\n{text}\n{fence}"

    return write


def admonition(node):
    """An alert at top level, the only place where the forge shows one; elsewhere a quotation."""
    alert = ALERTS.get(node.tagname)
    is_top = isinstance(node.parent, (nodes.document, nodes.section))
    label = f"[!{alert}]\n" if alert and is_top else f"**{node.tagname.capitalize()}**\n\n" if alert else ""
    return indented(label + blocks(node), "> ", "> ")


def block_quote(node):
    """Lists that are merely indented are no quotations, though docutils takes them for some."""
    lists = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list)
    return blocks(node) if all(isinstance(child, lists) for child in node.children) else indented(blocks(node), "> ", "> ")


def line_block(node):
    return "\\\n".join(line_block(child) if isinstance(child, nodes.line_block) else inline(child) for child in node.children)


def table(node):
    rows = [[cell(entry) for entry in row.children] for row in node.findall(nodes.row)]
    width = max(map(len, rows), default=0)
    full = [row + [""] * (width - len(row)) for row in rows]
    if not any(node.findall(nodes.thead)):
        full.insert(0, [""] * width)
    lines = [f"| {' | '.join(row)} |" for row in [full[0], ["---"] * width, *full[1:]]]
    title = [f"**{inline(child)}**\n" for child in node.children if isinstance(child, nodes.title)]
    return "\n".join([*title, *lines])


def cell(entry):
    return re.sub(r"\n+", "<br>", blocks(entry)).replace("|", "\\|")


def footnote(node):
    label = "".join(f"[{child.astext()}] " for child in node.children if isinstance(child, nodes.label))
    rest = nodes.container("", *[child.deepcopy() for child in node.children if not isinstance(child, nodes.label)])
    return label + blocks(rest)


def topic(node):
    return "" if "contents" in node["classes"] else blocks(node)


BLOCKS = {
    nodes.paragraph: paragraph,
    nodes.title: lambda node: heading(node) if isinstance(node.parent, nodes.section) else f"**{inline(node)}**",
    nodes.rubric: lambda node: f"**{inline(node)}**",
    nodes.bullet_list: bullet_list,
    nodes.enumerated_list: enumerated_list,
    nodes.definition_list_item: definition,
    nodes.field_list: lambda node: "\n".join(map(field, node.children)),
    nodes.option_list: fenced(),
    nodes.literal_block: fenced(),
    nodes.doctest_block: fenced("pycon"),
    nodes.math_block: fenced("math"),
    nodes.block_quote: block_quote,
    nodes.line_block: line_block,
    nodes.table: table,
    nodes.transition: lambda node: "---",
    nodes.footnote: footnote,
    nodes.citation: footnote,
    nodes.topic: topic,
    nodes.image: image,
    nodes.reference: link,
    **{getattr(nodes, name): admonition for name in [*ALERTS, "admonition"]},
}

if __name__ == "__main__":
    roles.role = lenient(roles.role, unknown_role)
    directives.directive = lenient(directives.directive, UnknownDirective)
    source = sys.stdin.buffer.read().decode("utf-8", "replace")
    tree = publish_doctree(source, settings_overrides={**SETTINGS, "input_encoding": "unicode"})
    sys.stdout.buffer.write(f"{blocks(tree)}\n".encode())
