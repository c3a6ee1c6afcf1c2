import Testing

/// The pages of `docs` that show commands.
@Suite struct DocumentationTests {
  @Test func changingAnInstrumentDoesWhatThePageShows() throws {
    let page = try DocumentRun("docs/changing-an-instrument.md")
    #expect(try page.runCommands() >= 10)
  }

  @Test func comparingGroupsDoesWhatThePageShows() throws {
    let guide = try DocumentRun("docs/guide/comparing-groups.md")
    #expect(try guide.runCommands() >= 6)
    #expect(guide.page.brokenLinks.isEmpty)
  }

  /// Each command that a question leads to runs on a file with such columns.
  @Test func comparingGroupsLeadsToCommandsThatRun() throws {
    let guide = try DocumentRun("docs/guide/comparing-groups.md")
    let rows = (0..<48).map { person -> String in
      let score = { (step: Int) in "\(1 + person * step % 17 % 5)" }
      return [
        score(3), score(5), person % 2 == 0 ? "a" : "b", score(7), score(11), score(13),
        person % 3 == 0 ? "yes" : "no", "\(20 + person * 7 % 31)",
        person % 4 < 2 ? "own" : "shared",
        "place \(person % 6)",
      ].joined(separator: ",")
    }
    let header = "rel,open,service,before,after,later,helped,age,housing,place"
    try guide.scratch.write(([header] + rows).joined(separator: "\n") + "\n", to: "answers.csv")
    let calls = guide.page.text.matches(of: /\| `(attune [a-z]+ answers.csv [^`]+)` \|/)
      .map { String($0.output.1) }
    #expect(calls.count >= 10)
    for call in calls {
      let outcome = try guide.shell(call)
      #expect(outcome.status == 0, "\(call)\n\(outcome.output)")
    }
  }

  @Test func exchangeDoesWhatThePageShows() throws {
    let page = try DocumentRun("docs/exchange.md")
    #expect(try page.runCommands() >= 5)
  }
}
