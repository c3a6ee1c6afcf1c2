import AttuneDiagnostics
import AttuneLanguage
import Foundation
import Testing

/// The guide is a promise: every example in it is compiled, and every command run or looked up.
///
/// An `instrument` block is a whole file and clean. An `instrument part` is put into the last whole
/// file, in the place of blocks of the same name. `ATTUNE_RECORD=1` writes the output of commands.
@Suite struct GuideTests {
  private let guide: Document

  init() throws { guide = try Document("docs/guide/writing-an-instrument.md") }

  private var whole: Document.Block { get throws { try #require(guide.blocks("instrument").last) } }

  private func findings(_ lines: [String], withAdvice: Bool = false) -> [Finding] {
    SourceText(name: "guide.instrument", content: lines.joined(separator: "\n"))
      .findings(withAdvice: withAdvice)
  }

  @Test func wholeExamplesAreClean() throws {
    #expect(guide.blocks("instrument").count >= 1)
    for block in guide.blocks("instrument") {
      #expect(findings(block.lines, withAdvice: true).isEmpty, "\(block.lines.first ?? "")")
    }
  }

  @Test func theFirstLinesAreThoseOfTheWhole() throws {
    let start = try #require(guide.blocks("instrument start").first)
    #expect(try whole.lines.starts(with: start.lines))
    // Alone they are no questionnaire yet, and the checker says so.
    #expect(findings(start.lines).contains { $0.level == .mustFix })
  }

  @Test func partsFitIntoTheWhole() throws {
    let parts = guide.blocks("instrument part")
    #expect(parts.count >= 15)
    for part in parts {
      let findings = findings(try whole.lines(with: part), withAdvice: false)
      #expect(findings.isEmpty, "\(part.lines.first ?? ""): \(findings.map(\.title))")
    }
  }

  @Test func commandsDoWhatTheGuideShows() throws {
    let scratch = try ScratchFolder()
    try scratch.write(try whole.lines.joined(separator: "\n") + "\n", to: "being_met.instrument")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("attune"), withDestinationPath: Program.path)
    func shell(_ line: String) throws -> Program.Outcome {
      try Program.run(
        ["-c", "exec 2>&1; \(line)"], of: "/bin/bash", in: scratch.url,
        environment: ["PATH": scratch.url.path() + ":/usr/bin:/bin"])
    }
    var text = guide.text
    for command in guide.blocks("console").flatMap(\.commands) {
      let output = try shell(command.line).output
      if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
        text = text.replacingOccurrences(
          of: (["$ " + command.line] + command.output).joined(separator: "\n"),
          with: (["$ " + command.line] + Document.lines(of: output)).joined(separator: "\n"))
        try text.write(to: guide.url, atomically: true, encoding: .utf8)
      } else {
        #expect(command.shows(output), "$ \(command.line)\n\(output)")
      }
    }
    for line in guide.blocks("sh").flatMap(\.lines) {
      let outcome = try shell(line + " < /dev/null")
      #expect(outcome.status == 0, "\(line): \(outcome.output)")
    }
  }

  @Test(arguments: [
    "new", "check", "explain", "fix", "format", "try", "show", "freeze", "diff", "translate",
    "study", "run", "language-server",
  ])
  func commandsThatAreNamedAreThere(command: String) throws {
    #expect(guide.text.contains("attune \(command) ") || guide.text.contains("`attune \(command)`"))
    #expect(try Program.run([command, "--help"]).status == 0)
  }

  @Test func namesFindingsAsTheyAre() {
    let codes = guide.text.matches(of: /\bA[1-4]\d\d\b/).map { String($0.output) }
    #expect(codes.count >= 10)
    for code in codes { #expect(Explanation.of(code) != nil, "\(code)") }
  }

  /// The table of findings quotes their titles; each is raised here and compared.
  @Test(arguments: [
    ("A100", "item x: X\n  a line without a mark", ""),
    ("A101", "item x: X\n  anwser: agreement", ""),
    ("A120", "item heard: Again.\nitem heard: Once more.", ""),
    ("A201", "item x: X\n  required: yes", ""),
    ("A220", "item x: X", "  answer: agreement\n"),
    ("A231", "item x: X\n  show when: nothing is answered", ""),
    ("A236", "item x: X\n  show when: heard is 1 and heard is 2", ""),
    ("A268", "construct sum: Sum\n  uses: heard, rushed\n  score: sum, at least 1 answered", ""),
    ("A304", "support: Support\n  > Take care.", ""),
    ("A310", "item x: Did you think of suicide?", ""),
    (
      "A403",
      "construct other: Other\n  uses: heard, remembered, rushed\n  score: mean, all answered", ""
    ),
  ])
  func findingsAreQuotedAsTheyAreSaid(code: String, part: String, without: String) throws {
    let row = try #require(guide.text.split(separator: "\n").first { $0.hasPrefix("| \(code): ") })
    let title = row.dropFirst(8).prefix { $0 != "|" }.trimmingCharacters(in: .whitespaces)
    let lines = try whole.lines.joined(separator: "\n").replacing(without, with: "")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let raised = findings(
      Document.Block(kind: "instrument", lines: lines)
        .lines(
          with: Document.Block(kind: "instrument part", lines: part.components(separatedBy: "\n"))))
    let said = try #require(raised.first { $0.code == code }, "\(raised.map(\.code))").title
    var rest = said[...]
    for piece in title.components(separatedBy: "…") {
      let range = try #require(rest.range(of: piece), "\(said)")
      rest = rest[range.upperBound...]
    }
  }

  @Test func linksLeadSomewhere() {
    #expect(guide.brokenLinks.isEmpty)
    let headings = guide.text.matches(of: /\n## (.+)\n/).map { heading in
      String(heading.output.1.lowercased().filter { $0 == " " || $0.isLetter || $0.isNumber })
        .replacing(" ", with: "-")
    }
    let anchors = guide.text.matches(of: /\]\(#([^)]+)\)/).map { String($0.output.1) }
    #expect(anchors.count > headings.count - 2)
    for anchor in anchors { #expect(headings.contains(anchor), "\(anchor)") }
  }

  /// For readers of eleven: short sentences, short words.
  @Test func isEasyToRead() {
    let prose = guide.text
      .replacing(/(?s)```.*?```/, with: "").replacing(/`[^`]*`/, with: "word")
      .split(separator: "\n").filter { !$0.hasPrefix("|") && !$0.hasPrefix("#") }
      .joined(separator: " ")
    let sentences = prose.split { ".?!:".contains($0) }
    let words = prose.split { !$0.isLetter && $0 != "'" }
    #expect(Double(words.count) / Double(sentences.count) < 12)
    #expect(Double(words.map(\.count).reduce(0, +)) / Double(words.count) < 4.6)
  }
}

extension Document.Block {
  /// The lines of this whole file with `part` in the place of blocks of the same kind and name.
  fileprivate func lines(with part: Document.Block) -> [String] {
    let replaced = Set(part.lines.compactMap(Self.heading))
    var kept: [String] = []
    var isKept = true
    for line in lines {
      if let heading = Self.heading(line) { isKept = !replaced.contains(heading) }
      if isKept { kept.append(line) }
    }
    return kept + [""] + part.lines
  }

  /// `item heard` for a heading; `nil` for any other line.
  private static func heading(_ line: String) -> String? {
    guard let first = line.first, first.isLetter else { return nil }
    let head = line.prefix { $0 != ":" }
    return head.split(separator: " ").prefix(2).joined(separator: " ")
  }
}
