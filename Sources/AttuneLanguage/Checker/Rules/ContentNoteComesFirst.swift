import AttuneDiagnostics

/// A content note stands before the first question that it is about.
///
/// People choose whether to go on when they read it; a note on a later question comes too late.
struct ContentNoteComesFirst: Rule {
  static let code = "A311"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let hard = scope.wordIndex.first(where: HardTopics.words.contains)
    for (index, section) in scope.file.sections.enumerated()
    where section.contentNote == nil && section.askFirst == nil {
      let items = scope.itemsOfSection[index] ?? []
      guard let noted = items.firstIndex(where: { $0.contentNote != nil }),
        let note = items[noted].contentNote
      else { continue }
      for item in items[..<noted] {
        guard let word = hard[item.heading.range.lower] else { continue }
        findings.append(.noteComesLate(word.value, item.heading, note, section.heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func noteComesLate(
    _ word: String, _ item: Heading, _ note: Words, _ section: Heading
  ) -> Finding {
    Finding(
      ContentNoteComesFirst.code, .pleaseCheck,
      "The content note comes after this question (\"\(word)\")", at: item.place,
      notes: [.init("the note is here", at: note.range)],
      fixes: [
        .addLine(.possible, "content note: \(note.value)", under: section),
        Fix(.possible, "move this question below the one with the note"),
      ])
  }
}
