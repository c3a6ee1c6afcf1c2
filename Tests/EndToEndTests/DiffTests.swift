import Foundation
import Testing

/// What a change means for the data, from two files and from a study.
@Suite struct DiffTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(Study.short, to: "old.instrument")
    try scratch.write(Self.changed, to: "new.instrument")
  }

  private static let changed = Study.short
    .replacing("version: 1.0.0", with: "version: 1.1.0")
    .replacing("I feel calm here.", with: "I feel calm in this place.")
    .replacing("  2 = In the middle\n  3 = Agree", with: "  2 = Agree\n  3 = Not sure")
    .replacing("call 116 123", with: "call 116 124")

  private func attune(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: scratch.url)
  }

  @Test func groupsChangesByWhatTheyDoToTheData() throws {
    let diff = try attune("diff", "old.instrument", "new.instrument")
    #expect(diff.status == 0)
    #expect(
      diff.output == """
        From short 1.0.0 to 1.1.0

        Answers before and after cannot be pooled
        - code 2 in "agreement" now means "Agree"; it meant "In the middle"
        - code 3 in "agreement" now means "Not sure"; it meant "Agree"

        Answers before and after may not be comparable
        - wording of "calm" changed
            was: I feel calm here.
            now: I feel calm in this place.

        What people are told or agree to changes
        - support changed
            was: contact: Samaritans, call 116 123, free, day or night
            now: contact: Samaritans, call 116 124, free, day or night

        Nothing for the data
        - version changed
            was: 1.0.0
            now: 1.1.0

        """)
  }

  @Test func writesMarkdownAndJSON() throws {
    let markdown = try attune("diff", "old.instrument", "new.instrument", "--format", "markdown")
    #expect(markdown.output.hasPrefix("# From short 1.0.0 to 1.1.0\n\n## Answers before and after"))
    #expect(
      markdown.output.contains("\n- wording of \"calm\" changed\n  - was: I feel calm here.\n"))

    let json = try attune(
      "diff", "old.instrument", "new.instrument", "--format", "json", "-o", "diff.json")
    #expect(json.messages == "Wrote diff.json\n")
    let decoded = try JSONSerialization.jsonObject(with: Data(scratch.text("diff.json").utf8))
    let tables = (decoded as? [String: Any])?["tables"] as? [[String: Any]]
    let rows = try #require(tables?.first?["rows"] as? [[String: String]])
    #expect(rows.count == 5)
    #expect(rows.first?["effect"] == "cannot-be-pooled")
    #expect(rows.first?["about"] == "agreement")
  }

  @Test func exitsWithOneOnlyWhereAsked() throws {
    #expect(try attune("diff", "old.instrument", "new.instrument", "--exit-code").status == 1)
    try scratch.write("# a comment\n" + Study.short, to: "same.instrument")
    let same = try attune("diff", "old.instrument", "same.instrument", "--exit-code")
    #expect(same.status == 0)
    #expect(same.output.contains("Both mean the same."))
    try scratch.write(Study.short.replacing("1.0.0", with: "1.0.1"), to: "named.instrument")
    #expect(try attune("diff", "old.instrument", "named.instrument", "--exit-code").status == 0)
  }

  @Test func saysWhatItCannotCompare() throws {
    #expect(try attune("diff", "old.instrument").messages.contains("what shall I compare"))
    #expect(try attune("diff", "old.instrument", "no.instrument").messages.contains("not find"))
    try scratch.write(Study.short.replacing("uses: calm", with: "uses: clam"), to: "b.instrument")
    let broken = try attune("diff", "old.instrument", "b.instrument")
    #expect(broken.status == 1)
    #expect(broken.messages.contains("has to be mended first"))
    let practice = try attune("diff", "old.instrument", "new.instrument", "--practice")
    #expect(practice.messages.contains("--practice belongs to a study's folder"))
  }

  /// The store keeps what people were asked, whatever became of the file.
  @Test func comparesWithWhatAStudyAsked() throws {
    let study = try Study(instrument: Study.short)
    let before = try Program.run(["diff", study.path])
    #expect(before.messages.contains("Nobody has answered"))
    _ = try study.attune("run", input: "\n\n1\n3\n2\n3\n\n2\n")
    try study.scratch.write(Self.changed, to: "study/asked.instrument")
    let file = try Program.run(["diff", study.path])
    #expect(file.status == 0)
    #expect(file.messages == "1 person was asked short 1.0.0.\n")
    #expect(file.output.hasPrefix("From short 1.0.0 to 1.1.0\n"))
    #expect(file.output.contains("code 2 in \"agreement\" now means \"Agree\""))

    _ = try study.attune("run", input: "\n\n1\n3\n2\n3\n\n2\n")
    let later = try Program.run(["diff", study.path, scratch.path("old.instrument")])
    #expect(
      later.messages == "1 person was asked short 1.1.0.\n1 person was asked an earlier version.\n")
    #expect(later.output.hasPrefix("From short 1.1.0 to 1.0.0\n"))
  }
  @Test func comparesWithWhatWasAskedForPractice() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("try", input: "\n\n1\n3\n2\n3\n\n2\n")
    try study.scratch.write(Self.changed, to: "study/asked.instrument")
    #expect(try Program.run(["diff", study.path]).output.contains("Both mean the same."))
    let practice = try Program.run(["diff", study.path, "--practice"])
    #expect(practice.output.hasPrefix("From short 1.0.0 to 1.1.0\n"))
  }
}
