import AttuneInstrument
import AttuneSession
import Testing

@testable import AttuneTerminal

@Suite struct PaperEntryTests {
  private let setting = MeetingInstrument.session().setting

  private func entry(_ lines: [String]) -> PaperEntry<TypedLines, Paper> {
    PaperEntry(reader: TypedLines(lines), writer: Paper())
  }

  private func type(_ entry: inout PaperEntry<TypedLines, Paper>) throws -> PaperTyping {
    let typing = entry.type(setting)
    return try #require(typing)
  }

  private func settle(
    _ first: PaperTyping, _ second: PaperTyping, _ entry: inout PaperEntry<TypedLines, Paper>
  ) throws -> (typing: PaperTyping, settled: Int, compared: Int) {
    let settled = entry.settle(first, second)
    return try #require(settled)
  }

  @Test func aFormGoesThroughTheSessionAndBlanksAreSkipped() throws {
    var entry = entry(["1", "3", "", "good things", "."])
    let typing = try type(&entry)
    #expect(typing.session.outcome == .finished)
    #expect(
      typing.session.answers == [
        "heard": .value(.choice(3)), "times": .missing(.skipped),
        "more": .value(.text("good things")),
      ])
    #expect(typing.effects.last == .finish(.finished))
    #expect(entry.writer.text.contains("[heard]\n"))
    #expect(!entry.writer.text.contains("About this") && !entry.writer.text.contains("Help now"))
  }

  @Test func whatIsKeptLeadsToTheSameAnswers() throws {
    var entry = entry(["1", "2", "b", "3", "12", "", "."])
    let typing = try type(&entry)
    let recorded = typing.effects.compactMap { effect -> Event? in
      if case .record(let event) = effect { event } else { nil }
    }
    #expect(Session(replaying: recorded, setting: setting).answers == typing.session.answers)
    #expect(typing.session.answers["heard"] == .value(.choice(3)))
  }

  @Test func backGoesOverPagesThatAreOnlyRead() throws {
    var entry = entry(["1", "3", "2", "back", "2", "5", "stop", "1", "."])
    let typing = try type(&entry)
    #expect(typing.session.answers["times"] == .value(.number(5)))
    #expect(typing.session.answers["more"] == .value(.text("stop")))
  }

  @Test(arguments: [["1", "3", "stop"], ["1", "3"], ["1", "3", "2", "stop", "2"]])
  func aFormThatIsGivenUpIsNoForm(lines: [String]) {
    var entry = entry(lines)
    let typing = entry.type(setting)
    #expect(typing?.session == nil)
  }

  @Test func aPaperWithoutAYesKeepsNothing() throws {
    var entry = entry(["2"])
    let typing = try type(&entry)
    #expect(typing.session.outcome == .declined)
    #expect(typing.effects == [.finish(.declined)])
  }

  @Test func onlyWhatDiffersIsAskedAgain() throws {
    let lines = ["1", "3", "12", "words", "."] + ["1", "2", "12", "Words", "."]
    var entry = entry(lines + ["perhaps", "second", "first"])
    let first = try type(&entry)
    let second = try type(&entry)
    let shown = entry.writer.text.count
    let (typing, settled, compared) = try settle(first, second, &entry)
    #expect(settled == 2 && compared == 4)
    #expect(
      typing.session.answers == [
        "heard": .value(.choice(2)), "times": .value(.number(12)),
        "more": .value(.text("words")),
      ])
    let comparing = entry.writer.text.dropFirst(shown)
    #expect(comparing.contains("first: Agree\nsecond: In the middle\n"))
    #expect(comparing.contains("Sorry, I did not understand that."))
    #expect(!comparing.contains("[times]"))
  }

  @Test func whatThePaperSaysMayBeNeither() throws {
    var entry = entry(
      ["1", "3", "12", ".", "1", "2", "12", "."] + ["n"])
    let first = try type(&entry)
    let second = try type(&entry)
    let settled = try settle(first, second, &entry)
    #expect(settled.typing.session.answers["heard"] == .missing(.doesNotApply))
  }
}
