import AttuneDiagnostics

extension InstrumentSyntax {
  /// Every text in which something can be filled in and is.
  var textsWithInserts: [Words] {
    let prose =
      (information + debriefs).flatMap(\.prose) + consents.flatMap(\.prose)
      + sections.flatMap(\.prose)
    let ofSections = sections.flatMap { [$0.stem, $0.contentNote, $0.askFirst] }
    let ofItems = items.flatMap { item in
      item.wordings.map(\.words)
        + [item.askAgain, item.why, item.help, item.contentNote].compactMap { $0 }
    }
    let texts =
      prose.map(\.words) + ofSections.compactMap { $0 } + ofItems
      + consents.flatMap(\.statements).map(\.words) + supports.flatMap(\.lines).map(\.words)
    return texts.filter { $0.value.contains("{") }
  }
}

extension Written<String> {
  /// Where `{name` first stands in the words; all of the words where blanks hide it.
  func place(ofInsert name: String) -> SourceRange {
    guard let found = value.firstRange(of: "{" + name) else { return range }
    let lower = range.lower + value[..<found.lowerBound].utf8.count
    return SourceRange(lower, lower + name.utf8.count + 2)
  }
}
