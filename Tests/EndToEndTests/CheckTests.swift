import Foundation
import Testing

@Suite struct CheckTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func showsTheFirstTenAndCountsTheOthers() throws {
    let broken = Study.short + (1...24).map { "item q\($0): Q\n  required: yes\n" }.joined()
    let file = try scratch.write(broken, to: "i.instrument")
    let outcome = try Program.run(["check", file])
    #expect(outcome.status == 1)
    #expect(outcome.output.components(separatedBy: "[A201, must fix]").count == 11)
    #expect(outcome.output.hasSuffix("\nand 14 more\n"))
    let lines = try Program.run(["check", "--lines", file])
    #expect(lines.output.split(separator: "\n").count == 24)
  }

  @Test func speaks() throws {
    let file = try scratch.write(
      Study.short.replacing("answer: agreement", with: "answer: agrement"), to: "i.instrument")
    let outcome = try Program.run(["check", "--spoken", file])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\nLine 7, the word agrement.\n"))
    #expect(!outcome.output.contains("^"))
  }
}
