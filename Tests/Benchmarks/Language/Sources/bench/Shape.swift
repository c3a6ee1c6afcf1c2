/// A kind of file that grows in one direction.
struct Shape: Sendable {
  let name: String
  /// The parameter of the smaller file; the larger one has twice as much.
  let size: Int
  /// What stands below the prelude, for a parameter.
  let make: @Sendable (Int) -> String

  /// The file of that size.
  func content(_ size: Int) -> String { Self.prelude + make(size) }

  static let prelude = """
    instrument bench: Bench
      version: 0.1.0
      status: draft, unvalidated
      language: en-GB
      author: The attune project
      licence: CC BY 4.0
      answer: agreement
    information: About these questions
      > A few questions.
    consent: Taking part
      must agree taking_part: I want to take part.
    support: If this brings things up
      contact: Samaritans, call 116 123
    scale agreement
      1 = Disagree
      2 = Neither
      3 = Agree
    section first: First
    item heard: My worker listens to me.
    item known: My worker knows me.

    """

  /// Lines made from numbers.
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (1...count).map { line($0) + "\n" }.joined()
  }

  /// A questionnaire as people write it: sections with conditions, constructs, plans.
  static func realistic(_ items: Int) -> String {
    var text = """
      item which: Which team?
        answer: choose one
        north = North
        south = South
      item meetings: How many times?
        answer: number 0 to 90

      """
    for item in 0..<items {
      if item % 10 == 0 {
        text += """
          section part_\(item / 10): Part \(item / 10)
            show when: meetings is at least 1
            > Please think of the last three months.

          """
      }
      text += "item q\(item): My worker listens to what matters to me when we meet, part \(item).\n"
      if item % 5 == 0 {
        text += """
            show when: which is north or meetings is more than 3
            why we ask: Your answer helps the team to see what matters to you.

          """
      }
    }
    for part in 0..<(items / 10) {
      text += """
        construct c\(part): Construct \(part)
          higher means: people feel better
          uses: q\(part * 10) to q\(part * 10 + 8)
          uses reversed: q\(part * 10 + 9)
          score: mean, at least 7 answered

        """
    }
    text += """
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      group team: Team
        set by: item which

      """
    for part in 0..<(items / 10) {
      text +=
        "plan p\(part): Plan \(part)\n  family: secondary\n  compare: c\(part) by team\n"
        + "  test: Welch\n"
    }
    return text
  }

  static let all: [Shape] = [
    Shape(name: "items of a questionnaire", size: 500, make: realistic),
    Shape(name: "bare items", size: 900) { lines($0) { "item q\($0): A question." } },
    Shape(name: "long lines", size: 400) { count in
      lines(40) { "item q\($0): A " + String(repeating: "long ", count: count * 3) + "question." }
    },
    Shape(name: "findings", size: 5_000) { lines($0) { "this line is none of them \($0)" } },
    Shape(name: "findings in one line", size: 300) { count in
      lines(20) { number in
        "item q\(number): A question.\n  show when: "
          + (1...count).map { "unknown_\($0) is 2" }.joined(separator: " or ")
      }
    },
    Shape(name: "unknown names", size: 5_000) { count in
      lines(500) { "item q\($0): A question." } + "construct c: C\n"
        + lines(count) { "  uses: qq\($0)" }
    },
    Shape(name: "comments", size: 8_000) {
      lines($0) { "  # a comment for the team, number \($0)" }
    },
    Shape(name: "blank lines", size: 300_000) { String(repeating: "\n", count: $0) },
    Shape(name: "deep conditions", size: 100) { count in
      lines(count) { number in
        "item q\(number): A question.\n  show when: " + String(repeating: "(", count: 60)
          + "heard is 2" + String(repeating: ")", count: 60)
      }
    },
    Shape(name: "chained conditions", size: 500) { count in
      lines(count) {
        "item q\($0): A question.\n  show when: \($0 == 1 ? "heard" : "q\($0 - 1)") is 2"
      }
    },
    Shape(name: "choices", size: 100) { count in
      lines(count) { number in
        "item q\(number): A question.\n  answer: choose one\n"
          + (1...100).map { "  name_\($0) = Answer \($0)" }.joined(separator: "\n")
      }
    },
    Shape(name: "inserts", size: 200) { count in
      lines(count) { "item q\($0): " + String(repeating: "{heard or no} and {ukn} ", count: 40) }
    },
    Shape(name: "braces that are never closed", size: 50) { count in
      lines(count) { "item q\($0): " + String(repeating: "{a ", count: 2_000) }
    },
    Shape(name: "constructs", size: 2_000) {
      lines($0) { "construct c\($0): C\n  uses: heard, known\n  score: mean, all answered" }
    },
    Shape(name: "runs of names", size: 100) { count in
      lines(100) { "item q\($0): A question." }
        + lines(count) { "construct c\($0): C\n  uses: q1 to q100\n  score: mean, all answered" }
    },
    Shape(name: "plans", size: 3_000) {
      lines($0) { "plan p\($0): P\n  describe: heard" }
    },
    Shape(name: "forms", size: 400) { count in
      lines(100) { "item q\($0): A question." }
        + lines(count) { "form f\($0): F\n  uses: q\($0 % 50 + 1) to q\($0 % 50 + 51)" }
    },
    Shape(name: "certain fixes", size: 3_000) { lines($0) { _ in "  required: yes" } },
    Shape(name: "one giant line", size: 400_000) {
      "item q: " + String(repeating: "a ", count: $0 / 2)
    },
  ]
}
