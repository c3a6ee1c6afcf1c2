import AttuneDiagnostics
import AttuneLanguage

struct Symbol: Encodable {
  var name: String
  var detail: String
  var kind: Int
  var range: Range
  var selectionRange: Range
  var children: [Symbol]
}

struct Fold: Encodable {
  var startLine: Int
  var endLine: Int
}

extension LanguageServer {
  mutating func symbols(_ parameters: DocumentParams) throws -> [Symbol] {
    try with(parameters.textDocument) { document in
      document.outline().entries.map { Symbol($0, in: document) }
    }
  }

  mutating func folds(_ parameters: DocumentParams) throws -> [Fold] {
    try with(parameters.textDocument) { document in
      var folds: [Fold] = []
      func add(_ entry: Outline.Entry) {
        let range = document.range(entry.wholeRange)
        if range.end.line > range.start.line {
          folds.append(Fold(startLine: range.start.line, endLine: range.end.line))
        }
        entry.parts.forEach(add)
      }
      document.outline().entries.forEach(add)
      return folds
    }
  }
}

extension Symbol {
  fileprivate init(_ entry: Outline.Entry, in document: OpenDocument) {
    let definition = entry.definition
    name = definition.name.isEmpty ? definition.kind.rawValue : definition.name
    detail = definition.title
    kind = definition.kind.symbolKind
    range = document.range(entry.wholeRange)
    selectionRange = document.range(definition.place)
    children = entry.parts.map { Symbol($0, in: document) }
  }
}

extension Outline.Entry {
  /// With the items of a section.
  fileprivate var wholeRange: SourceRange {
    let upper = parts.map(\.wholeRange.upper).max() ?? 0
    return SourceRange(definition.range.lower, max(definition.range.upper, upper))
  }
}

extension Definition.Kind {
  /// The nearest of the kinds for which editors have a picture.
  fileprivate var symbolKind: Int {
    switch self {
    case .instrument, .study, .translation: 2
    case .section: 3
    case .form: 4
    case .construct: 5
    case .item: 8
    case .scale, .group: 10
    case .role: 11
    case .term: 14
    case .information, .consent, .support, .debrief: 15
    case .statement: 17
    case .answer: 22
    case .analysis, .plan: 24
    }
  }
}
