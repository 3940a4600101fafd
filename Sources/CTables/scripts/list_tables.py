#!/usr/bin/env python3
"""Write tables.c, which embeds every table, from the tables that are there.

    list_tables.py

Every *.tsv and *.bin directly under world/ and under the folder of a language (it/, en/) is embedded; what lies
deeper (world/sources) is only read by other scripts.
"""
import pathlib, re

here = pathlib.Path(__file__).resolve().parent.parent
names = sorted(
    p.relative_to(here).as_posix()
    for folder in sorted(here.iterdir())
    if folder.is_dir() and folder.name not in ("include", "scripts")
    for p in folder.iterdir()
    if p.suffix in (".tsv", ".bin"))
symbol = lambda name: re.sub(r"[^a-z0-9]", "_", name.rsplit(".", 1)[0])
lines = [
    "// Tables of the world (world/) and of languages (it/, en/), embedded byte for byte.",
    "// Written by scripts/list_tables.py.",
    '#include "CTables.h"',
    '#pragma clang diagnostic ignored "-Wc23-extensions"',
    ""]
for name in names:
    lines += [f"static const unsigned char {symbol(name)}[] = {{", f'#embed "{name}"', "};", ""]
lines += ["const ctables_entry ctables[] = {"]
lines += [f'    {{"{name}", {symbol(name)}, sizeof {symbol(name)}}},' for name in names]
lines += ["};", "const size_t ctables_count = sizeof ctables / sizeof ctables[0];", ""]
(here / "tables.c").write_text("\n".join(lines), encoding="utf-8")
