import AttuneDiagnostics
import AttuneInstrument

/// What a translation translates stands in the instrument.
///
/// A question may have been taken out or renamed since, or its name is misspelt here. Nobody reads
/// such a line.
struct TranslatedTextExists: TranslationRule {
  static let code = "A322"
  static let silencedBy: Set<String> = ["A324"]

  func check(_ scope: TranslationScope, into findings: inout [Finding]) {
    for block in scope.file.blocks where !scope.knows(block) {
      findings.append(.noSuchBlock(block, scope.names[block.kind] ?? []))
    }
    for entry in scope.entries where entry.state == .gone && scope.knows(entry.block) {
      findings.append(
        .noSuchLine(entry.line, entry.block.place(of: entry.line), scope.guess(for: entry)))
    }
  }
}

extension Finding {
  fileprivate static func noSuchBlock(_ block: TranslationBlock, _ names: [String]) -> Finding {
    let kind = block.heading.kind.rawValue
    let otherwise = "take it out, or run 'attune translate', which sets it aside"
    guard let name = block.heading.name else {
      return Finding(
        TranslatedTextExists.code, .pleaseCheck, "The instrument has no \(kind)",
        at: block.heading.place, fixes: [Fix(.possible, otherwise)])
    }
    return Finding(
      TranslatedTextExists.code, .pleaseCheck,
      "The instrument has no \(kind) called \"\(name.value)\"", at: name.range,
      explanation: "Nobody reads what is translated here.",
      fixes: Fix.didYouMean(name, among: names, otherwise: otherwise))
  }

  fileprivate static func noSuchLine(
    _ line: TranslatedLine, _ place: TextPlace, _ guess: TextPlace?
  ) -> Finding {
    let isRepeated = [.read, .contact, .title].contains(place.line)
    let said = isRepeated ? "such words any more" : "\"\(place.lineWords)\""
    let fix = guess.map { guess in
      let edits = [line.key, line.wordsKey].compactMap { $0 }
        .map { Fix.Edit($0, with: guess.line == .choice ? guess.argument ?? "" : guess.lineWords) }
      return Fix(.likely, "did you mean \"\(guess.lineWords)\"?", edits: edits)
    }
    return Finding(
      TranslatedTextExists.code, .pleaseCheck, "In \(place.blockWords) there is no \(said)",
      at: line.key, explanation: "Nobody reads what is translated here: \(line.was.value)",
      fixes: [fix ?? Fix(.possible, "take it out, or run 'attune translate', which sets it aside")])
  }
}
