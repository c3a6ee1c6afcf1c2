import AttuneDiagnostics

/// What only the team can write is written before people are asked.
///
/// A new questionnaire marks such places in square brackets:
///
///     author: [write here: the name of your group]
///
/// You can try it out as it is. Real answers wait until no such mark is left.
struct NothingIsLeftToWrite: Rule {
  static let code = "A315"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let mark = "[write here"
    for words in scope.file.wordsToWrite {
      guard let start = words.value.firstRange(of: mark) else { continue }
      let rest = words.value[start.lowerBound...]
      let end = rest.firstIndex(of: "]").map { rest.index(after: $0) } ?? rest.endIndex
      let lower = words.range.lower + words.value[..<start.lowerBound].utf8.count
      let range = SourceRange(lower, lower + rest[..<end].utf8.count)
      findings.append(.stillToWrite(range))
    }
  }
}

extension InstrumentSyntax {
  /// The words with a bracket that a team writes, for people or about the instrument.
  fileprivate var wordsToWrite: [Words] {
    var marked: [Words] = []
    func look(at words: Words?) {
      if let words, words.value.utf8.contains(UInt8(ascii: "[")) { marked.append(words) }
    }
    visitTexts { look(at: $0) }
    for block in blocks where block.heading.kind != .item { look(at: block.heading.title) }
    for block in instruments {
      ([block.author, block.licence, block.reviewedBy] + block.sources).forEach(look)
    }
    for block in constructs { look(at: block.higherMeans) }
    for block in plans { look(at: block.because) }
    return marked
  }
}

extension Finding {
  fileprivate static func stillToWrite(_ range: SourceRange) -> Finding {
    Finding(
      NothingIsLeftToWrite.code, .pleaseCheck, "This is still to be written", at: range,
      explanation: "You can try it out as it is; people who are asked for real would read this.",
      fixes: [Fix(.possible, "write it in the place of the brackets, and take them out")])
  }
}
