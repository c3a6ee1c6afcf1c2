import AttuneLanguage

struct CompletionItem: Encodable {
  var label: String
  var kind: Int
  var detail: String
  var sortText: String
  var filterText: String
  var textEdit: TextEdit
}

extension LanguageServer {
  mutating func completions(_ parameters: PlaceParams) throws -> [CompletionItem] {
    try with(parameters.textDocument) { document in
      let completions = document.outline().completions(at: document.offset(parameters.position))
      return completions.enumerated().map { index, completion in
        // Editors sort by letters; the order here is the one that is taught.
        let place = String(index + 10_000)
        return CompletionItem(
          label: completion.label, kind: completion.kind.pictured, detail: completion.summary,
          sortText: place, filterText: completion.label,
          textEdit: TextEdit(range: document.range(completion.range), newText: completion.text))
      }
    }
  }
}

extension Completion.Kind {
  /// The nearest of the kinds for which editors have a picture.
  fileprivate var pictured: Int {
    switch self {
    case .heading: 14
    case .detail: 10
    case .value: 12
    case .name(.answer): 20
    case .name: 18
    case .insert: 6
    case .code: 21
    }
  }
}
