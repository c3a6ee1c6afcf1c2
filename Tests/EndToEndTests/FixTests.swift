import Foundation
import Testing

@Suite struct FixTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func makesWhatIsCertainAndSaysWhatIsLeft() throws {
    let broken = Study.short
      .replacing(
        "item calm: I feel calm here.\n", with: "item calm: I feel calm here.\n  required: yes\n"
      )
      .replacing("  answer: agreement\n", with: "  answer: agrement\n")
    let file = try scratch.write(broken, to: "i.instrument")
    let outcome = try Program.run(["fix", file])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains(": take this line out  [A201]\n"))
    #expect(outcome.messages.contains("1 fix made.\n"))
    #expect(outcome.messages.contains("1 must still be fixed; 'attune check \(file)' shows how."))
    #expect(try scratch.text("i.instrument") == broken.replacing("  required: yes\n", with: ""))
  }

  @Test func leavesAFileWithoutCertainFixesAsItIs() throws {
    let file = try scratch.write(Study.short, to: "i.instrument")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let outcome = try Program.run(["fix", file, scratch.path("missing")])
    #expect(outcome.status == 1, "the other file is missing")
    #expect(outcome.messages.contains("\(file): nothing to fix that I am sure of.\n"))
    #expect(outcome.messages.contains("I could not find"))
    #expect(try scratch.text("i.instrument") == Study.short)
  }

  @Test func needsATerminalToAsk() throws {
    let file = try scratch.write(Study.short, to: "i.instrument")
    let outcome = try Program.run(["fix", "--likely", file], input: "y\n")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("needs a terminal"))
  }

  @Test func asksAboutWhatIsLikely() throws {
    let broken = Study.short
      .replacing("  answer: agreement\n", with: "  answer: agrement\n")
      .replacing("uses: calm, heard, safe", with: "uses: clam, heard, saef")
    let file = try scratch.write(broken, to: "i.instrument")
    let terminal = try Terminal(["fix", "--likely", file])
    let shown = try terminal.wait(for: "Make this change?")
    #expect(shown.contains("  -   answer: agrement\n  +   answer: agreement\n"))
    try terminal.type("y")
    try terminal.wait(for: "uses: calm, heard, saef")
    try terminal.type("perhaps")
    try terminal.wait(for: "Please type y, n or q.")
    try terminal.type("n")
    try terminal.wait(for: "uses: clam, heard, safe")
    try terminal.type("y")
    try terminal.wait(for: "finished with 0")
    #expect(
      try scratch.text("i.instrument")
        == Study.short.replacing("uses: calm, heard", with: "uses: clam, heard"))
  }
}
