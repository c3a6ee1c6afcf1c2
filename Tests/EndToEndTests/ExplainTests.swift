import Testing

@Suite struct ExplainTests {
  @Test func explainsACode() throws {
    let outcome = try Program.run(["explain", "a201"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Every question can be skipped  [A201, must fix]\n\nThere is"))
  }

  @Test func listsEveryCode() throws {
    let lines = try Program.run(["explain"]).output.split(separator: "\n")
    #expect(lines.count > 70)
    #expect(lines.contains("A211  Two answers should not say the same thing (please check)"))
  }

  @Test func suggestsTheNearestCode() throws {
    let near = try Program.run(["explain", "A2O1"])
    #expect(near.status == 1)
    #expect(near.output.isEmpty)
    #expect(near.messages.contains("'A2O1'. Did you mean A201?"))
    #expect(try Program.run(["explain", "nonsense"]).messages.contains("lists them all"))
  }
}
