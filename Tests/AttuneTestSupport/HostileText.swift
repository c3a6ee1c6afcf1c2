/// Texts that people, or files, could use to reach into a document.
public enum HostileText {
  public static let payloads: [String] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "\" onfocus=\"alert(1)",
    "<iframe src=javascript:alert(1)>", "<a href='javascript:alert(1)'>x</a>", "</title><script>",
    "</style><script>alert(1)</script>", "<!--", "-->", "<![CDATA[x]]>", "<?xml version='1.0'?>",
    "&lt;script&gt;", "&#60;script&#62;", "&amp;", "<b", "<math><mi>x</mi></math>",
    "<style>*{display:none}</style>", "<base href=//x>", "<meta http-equiv=refresh content=0>",
    "\\input{secret}", "\\include{x}", "\\write18{rm x}", "\\immediate\\write18{x}",
    "\\csname x\\endcsname", "\\def\\x{y}", "\\catcode`\\$=0", "\\end{document}",
    "\\end{tabular}", "$x^2$", "$$", "\\(x\\)", "\\[x\\]", "a & b", "100 %", "% comment", "#1",
    "a_b", "a^b", "~", "{", "}", "}{", "\\", "\\\\", "\\\\[1em]", "[1em]", "*", "``''", "?`",
    "--- x", "```\ncode\n```", "[x](javascript:alert(1))", "![x](http://x/y)", "# Title",
    "| a | b |", "**x** _y_ `z`", "\u{1B}[31m\u{7}\0\u{202E}\u{2028}",
  ]
}
