/// Collects teaching texts from source files.
///
/// A rule's stands above its type. A finding of the parser has its own above the function that
/// makes it; where several functions share a code, one of them has the text.
struct TeachingReader {
  private(set) var teachings: [String: Teaching] = [:]

  mutating func read(_ source: String, isRule: Bool) {
    var pending: [Substring] = []
    var documentation: [Substring] = []
    var code: String?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("///") {
        pending.append(words.dropFirst(3))
        continue
      }
      let isDeclared = isRule ? words.hasSuffix("Rule {") : words.contains("static func ")
      if isDeclared {
        documentation = pending
        if !isRule { code = nil }
      }
      pending = []
      if let found = Self.code(in: words, isRule: isRule), found != code {
        code = found
        add(documentation, to: found)
      }
      guard let code else { continue }
      for level in ["mustFix", "pleaseCheck", "suggestion"] where words.contains("." + level) {
        teachings[code]?.levels.insert(level)
      }
    }
  }

  private mutating func add(_ documentation: [Substring], to code: String) {
    var teaching = teachings[code] ?? Teaching(code: code)
    for lines in documentation.split(whereSeparator: { $0.allSatisfy { $0 == " " } }) {
      teaching.paragraphs.append(Self.paragraph(lines))
    }
    teachings[code] = teaching
  }

  private static func paragraph(_ lines: ArraySlice<Substring>) -> Teaching.Paragraph {
    guard lines.allSatisfy({ $0.hasPrefix("     ") }) else {
      let words = String(lines.joined().drop { $0 == " " })
      return .words(words.replacing("`", with: "\""))
    }
    return .example(lines.map { String($0.dropFirst(5)) })
  }

  /// The code that a line names: `static let code = "A210"` in a rule, `"A100", .mustFix` elsewhere.
  private static func code(in line: Substring, isRule: Bool) -> String? {
    if isRule {
      return line.firstMatch(of: /static let code = "(A\d\d\d)"/).map { String($0.output.1) }
    }
    return line.firstMatch(of: /^"(A\d\d\d)", \./).map { String($0.output.1) }
  }
}
