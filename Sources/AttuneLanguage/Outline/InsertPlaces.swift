import AttuneDiagnostics

extension Parser {
  /// The names between braces in words that people read: `{team}`, `{service or "your team"}`.
  func insertUses() -> [NameUse] {
    lines.flatMap { line -> [NameUse] in
      switch line.kind {
      case .prose, .choice, .heading, .detail:
        (line.text.map(inserts) ?? []).map { NameUse(name: $0, referent: .insert) }
      case .blank, .comment, .unreadable: []
      }
    }
  }

  private func inserts(in text: SourceRange) -> [Name] {
    var names: [Name] = []
    var index = text.lower
    while let brace = source.firstIndex(
      of: UInt8(ascii: "{"), in: SourceRange(index, text.upper))
    {
      index = brace + 1
      // A brace that is meant as a brace is written twice.
      if index < text.upper, source.bytes[index] == UInt8(ascii: "{") {
        index += 1
        continue
      }
      guard
        let end = source.firstIndex(of: UInt8(ascii: "}"), in: SourceRange(index, text.upper)),
        let word = source.split(SourceRange(index, end)).first
      else { continue }
      names.append(Name(source[word], at: word))
      index = end + 1
    }
    return names
  }
}
