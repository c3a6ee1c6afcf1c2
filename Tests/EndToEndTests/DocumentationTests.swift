import Testing

/// The pages of `docs` that show commands.
@Suite struct DocumentationTests {
  @Test func changingAnInstrumentDoesWhatThePageShows() throws {
    let page = try DocumentRun("docs/changing-an-instrument.md")
    #expect(try page.runCommands() >= 10)
  }

  @Test func exchangeDoesWhatThePageShows() throws {
    let page = try DocumentRun("docs/exchange.md")
    #expect(try page.runCommands() >= 5)
  }
}
