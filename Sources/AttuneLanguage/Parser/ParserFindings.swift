import AttuneDiagnostics

/// What can be said of a line before any name is looked up.
extension Finding {
  static func unreadableLine(
    at range: SourceRange, missingColonAfter word: String?
  ) -> Finding {
    var fixes: [Fix] = []
    if let word { fixes.append(Fix(.likely, "put a colon after \"\(word)\"")) }
    let start = SourceRange(range.lower, range.lower)
    fixes.append(
      Fix(
        .possible, "start it with > if it is text to read", edits: [.init(start, with: "> ")]))
    return Finding(
      "A100", .mustFix, "I could not read this line", at: range,
      explanation: """
        A line is a heading (item heard: ...), a detail (answer: agreement), an answer to choose \
        (1 = Disagree), text to read (> ...) or a comment (# ...).
        """,
      fixes: fixes)
  }

  static func colonIsMissing(after word: SourceRange, at range: SourceRange) -> Finding {
    let end = SourceRange(word.upper, word.upper)
    return Finding(
      "A100", .mustFix, "I could not read this heading", at: range,
      explanation: "Before the words that people read I expected a colon.",
      fixes: [
        Fix(.likely, "put a colon there", edits: [.init(end, with: ":")]),
        Fix(
          .possible, "start it with > if it is text to read",
          edits: [.init(SourceRange(range.lower, range.lower), with: "> ")]),
      ])
  }

  static func unknownWord(
    _ word: String, in kind: BlockKind, known: [String], at range: SourceRange
  ) -> Finding {
    let nearest = nearestName(to: word, among: known)
    return Finding(
      "A101", .mustFix,
      "I do not know the word \"\(word)\" here - inside \(kind.rawValue) I know: "
        + known.joined(separator: ", "),
      at: range,
      fixes: nearest.map {
        [Fix(.likely, "did you mean \"\($0)\"?", edits: [.init(range, with: $0)])]
      } ?? [])
  }

  static func unknownHeading(_ word: Name, nearest: String) -> Finding {
    Finding(
      "A101", .mustFix, "I do not know the word \"\(word.value)\" here", at: word.range,
      explanation: "I read on as if it said \"\(nearest)\".",
      fixes: [
        Fix(.likely, "did you mean \"\(nearest)\"?", edits: [.init(word.range, with: nearest)])
      ])
  }

  static func nameIsMissing(_ kind: BlockKind, at range: SourceRange) -> Finding {
    Finding(
      "A102", .mustFix, "This \(kind.rawValue) needs a name", at: range,
      explanation: "A name is one short word, such as heard or which_team. It names a column.",
      fixes: [Fix(.possible, "write: \(kind.rawValue) some_name: ...")])
  }

  static func nameWillNotWork(_ name: Name, _ corrected: String?) -> Finding {
    Finding(
      "A103", .mustFix, "The name \"\(name.value)\" will not work", at: name.range,
      explanation: """
        Names have small letters a to z, digits and _, start with a letter and have at most 32 \
        characters, so that every statistics program can read them.
        """,
      fixes: corrected.map {
        [Fix(.certain, "use \($0)", edits: [.init(name.range, with: $0)])]
      } ?? [])
  }

  static func textHasNowhereToGo(_ kind: BlockKind?, at range: SourceRange) -> Finding {
    Finding(
      "A106", .mustFix, "This text has nowhere to go", at: range,
      explanation: kind.map {
        "\($0.withArticle.capitalizedFirst) has no place for text to read. Information, consent, "
          + "support, debrief and sections have."
      } ?? "It stands above the first heading.",
      fixes: [Fix(.possible, "move it to where it belongs")])
  }

  static func choiceHasNowhereToGo(_ kind: BlockKind?, at range: SourceRange) -> Finding {
    Finding(
      "A107", .mustFix, "This choice has nowhere to go", at: range,
      explanation: kind.map {
        "\($0.withArticle.capitalizedFirst) has no answers to choose from. Scales, items and "
          + "groups have."
      } ?? "It stands above the first heading.",
      fixes: [Fix(.possible, "move it to where it belongs")])
  }

  static func nothingAfter(_ words: String, at range: SourceRange) -> Finding {
    Finding(
      "A109", .mustFix, "There is nothing after \"\(words)\"", at: range,
      fixes: [Fix(.possible, "say it there, or take the line out")])
  }

  static func headingTakesNoName(_ kind: BlockKind, at range: SourceRange) -> Finding {
    Finding(
      "A100", .mustFix, "I could not read this heading", at: range,
      explanation: "After \"\(kind.rawValue)\" I expected a colon and a title, or nothing.")
  }

  static func saysNothing(kind: BlockKind, at range: SourceRange) -> Finding {
    let line = kind == .study ? "study my_study: Title" : "instrument my_questions: Title"
    return Finding(
      "A110", .mustFix, "This file does not say what it is", at: range,
      explanation: "I expected a line like this at the top: \(line)",
      fixes: [
        Fix(
          .possible, "add that line",
          edits: [.init(SourceRange(range.lower, range.lower), with: line + "\n")])
      ])
  }

  static func nobodyCanBeMade(at range: SourceRange, line: SourceRange) -> Finding {
    Finding(
      "A201", .mustFix, "Nobody can be made to answer", at: range,
      explanation: "Every question can be skipped, and skipping needs no reason.",
      fixes: [Fix(.certain, "take this line out", edits: [.init(line, with: "")])])
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
