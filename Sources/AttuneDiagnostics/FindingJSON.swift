import Foundation

/// Findings for programs: places as byte offsets and as lines and columns, fixes as edits.
struct FindingJSON {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func render(_ findings: [Finding]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and whole numbers always have a JSON form.
    guard let data = try? encoder.encode(Document(file: source.name, findings: findings.map(entry)))
    else { preconditionFailure("findings have a JSON form") }
    return Self.escaped(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// JSON in which nothing is hidden; such characters stand in strings only.
  private static func escaped(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar.isHidden(after: nil), scalar != "\n" else {
        result.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u".unicodeScalars
        result += (String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
      }
    }
    return String(result)
  }

  private func entry(_ finding: Finding) -> Entry {
    Entry(
      code: finding.code, level: finding.level.rawValue, title: finding.title,
      place: place(finding.range), explanation: finding.explanation,
      notes: finding.notes.map { Note(label: $0.label, place: place($0.range)) },
      fixes: finding.fixes.map { fix in
        Step(
          title: fix.title, confidence: fix.confidence.rawValue,
          edits: fix.edits.map { Edit(place: place($0.range), replacement: $0.replacement) })
      })
  }

  private func place(_ range: SourceRange) -> Place {
    let (line, column) = source.position(of: range.lower)
    let (endLine, endColumn) = source.position(of: range.upper)
    return Place(
      lower: range.lower, upper: range.upper, line: line, column: column, endLine: endLine,
      endColumn: endColumn)
  }
}

private struct Document: Encodable {
  let file: String
  let findings: [Entry]
}

private struct Entry: Encodable {
  let code: String
  let level: String
  let title: String
  let place: Place
  let explanation: String
  let notes: [Note]
  let fixes: [Step]
}

private struct Place: Encodable {
  let lower: Int
  let upper: Int
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int
}

private struct Note: Encodable {
  let label: String
  let place: Place
}

private struct Step: Encodable {
  let title: String
  let confidence: String
  let edits: [Edit]
}

private struct Edit: Encodable {
  let place: Place
  let replacement: String
}
