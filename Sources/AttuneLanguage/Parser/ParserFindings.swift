import AttuneDiagnostics

/// What can be said of a line before any name is looked up.
extension Finding {
  /// Every line is one of five kinds, and says so with its first word or mark.
  ///
  /// A line is a heading, a detail, an answer to choose, text to read, or a comment:
  ///
  ///     item heard: My worker listens to me.
  ///       answer: agreement
  ///       1 = Disagree
  ///       > Please think of the last three months.
  ///       # a note for the team
  ///
  /// A line that is none of these is not guessed at: reading goes on with the next one.
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

  /// Each kind of block has its own words.
  ///
  /// The finding lists the words that may stand inside the block. A word from another kind of
  /// block, or a misspelt one, would otherwise be lost without anybody noticing.
  static func unknownWord(
    _ word: String, in kind: BlockKind, known: [String], at range: SourceRange
  ) -> Finding {
    let nearest = nearestName(to: word, among: known)
    return Finding(
      "A101", .mustFix,
      "I do not know the word \"\(word)\" here", at: range,
      explanation: "Inside \(kind.withArticle) I know: \(known.joined(separator: ", ")).",
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

  /// Whatever is counted, shown or asked about later needs a name.
  ///
  /// The name of a question is the name of its column in the data: one short word such as heard.
  static func nameIsMissing(_ kind: BlockKind, at range: SourceRange) -> Finding {
    Finding(
      "A102", .mustFix, "This \(kind.rawValue) needs a name", at: range,
      explanation: "A name is one short word, such as heard or which_team. It names a column.",
      fixes: [Fix(.possible, "write: \(kind.rawValue) some_name: ...")])
  }

  /// A name has small letters, digits and _, begins with a letter and has at most 32 characters.
  ///
  /// Names become columns. Other letters, blanks and longer names are changed or refused by one
  /// statistics program or another, and then two files no longer fit together.
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

  /// Text to read stands where people read it.
  ///
  /// Information, consent, support, debrief and sections have a place for lines that begin with >.
  /// An item has its words after the colon or after ask.
  static func textHasNowhereToGo(_ kind: BlockKind?, at range: SourceRange) -> Finding {
    Finding(
      "A106", .mustFix, "This text has nowhere to go", at: range,
      explanation: kind.map {
        "\($0.withArticle.capitalizedFirst) has no place for text to read. Information, consent, "
          + "support, debrief and sections have."
      } ?? "It stands above the first heading.",
      fixes: [Fix(.possible, "move it to where it belongs")])
  }

  /// Answers to choose from stand in a scale, under an item or in a group.
  static func choiceHasNowhereToGo(_ kind: BlockKind?, at range: SourceRange) -> Finding {
    Finding(
      "A107", .mustFix, "This choice has nowhere to go", at: range,
      explanation: kind.map {
        "\($0.withArticle.capitalizedFirst) has no answers to choose from. Scales, items and "
          + "groups have."
      } ?? "It stands above the first heading.",
      fixes: [Fix(.possible, "move it to where it belongs")])
  }

  /// A detail says something after its colon.
  ///
  /// An empty detail may be one that was to be filled in later. If it is not needed, its line can
  /// go.
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

  /// The first line of a file says what it is.
  ///
  ///     instrument being_met: Being met
  ///
  /// A study begins with the word study, a translation with the words translation of, and the design
  /// of a simulation with the word simulation.
  static func saysNothing(kind: BlockKind, at range: SourceRange) -> Finding {
    let line =
      switch kind {
      case .study: "study my_study: Title"
      case .translation: "translation of my_questions"
      case .simulation: "simulation my_people: Title"
      default: "instrument my_questions: Title"
      }
    return Finding(
      "A110", .mustFix, "This file does not say what it is", at: range,
      explanation: "I expected a line such as \"\(line)\" at the top.",
      fixes: [
        Fix(
          .possible, "add that line",
          edits: [.init(SourceRange(range.lower, range.lower), with: line + "\n")])
      ])
  }

  /// Every character of a line can be seen.
  ///
  /// Some characters are invisible, turn the words around them from right to left, or drive the
  /// terminal that shows them. A file that holds them can look unlike what it says. They come along
  /// when words are copied from a web page or a word processor. Words in Arabic or Hebrew need
  /// none of them.
  static func hidesSomething(at range: SourceRange, in source: ByteText) -> Finding {
    let scalar = source[range].unicodeScalars.first ?? "\u{FFFD}"
    let number = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    let isBreak = scalar == "\u{2028}" || scalar == "\u{2029}"
    let name = scalar.properties.name?.lowercased() ?? "a control character"
    return Finding(
      "A111", .mustFix, "There is a character here that nobody can see", at: range,
      explanation: "It is \(name) (\(code)). "
        + "It could hide words or change how this line is shown.",
      fixes: [
        isBreak
          ? Fix(.likely, "put a space there", edits: [.init(range, with: " ")])
          : Fix(.likely, "take it out", edits: [.init(range, with: "")])
      ])
  }

  /// Every question can be skipped.
  ///
  /// There is no word for a question that must be answered. Skipping needs no reason, and it is
  /// kept apart from answers, so that it never counts as one.
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
