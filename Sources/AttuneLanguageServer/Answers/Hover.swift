import AttuneLanguage

struct Hover: Encodable {
  struct Contents: Encodable {
    /// `markdown` or `plaintext`.
    var kind: String
    var value: String
  }

  var contents: Contents
  var range: Range
}

extension LanguageServer {
  mutating func hover(_ parameters: PlaceParams) throws -> Hover? {
    let readsMarkdown = readsMarkdown
    return try with(parameters.textDocument) { document in
      guard let remark = document.outline().remark(at: document.offset(parameters.position)) else {
        return nil
      }
      let contents =
        readsMarkdown
        ? Hover.Contents(kind: "markdown", value: remark.markdown)
        : Hover.Contents(
          kind: "plaintext", value: ([remark.title] + remark.lines).joined(separator: "\n"))
      return Hover(contents: contents, range: document.range(remark.range))
    }
  }
}

extension Remark {
  /// The words of the file are never markup.
  fileprivate var markdown: String {
    (["**\(title.escaped)**"] + lines.map(\.escaped)).joined(separator: "  \n")
  }
}

extension String {
  /// With a backslash before every mark that Markdown could read.
  fileprivate var escaped: String {
    var result = ""
    for character in self {
      if "\\`*_{}[]()<>#+-.!|~&=:".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
