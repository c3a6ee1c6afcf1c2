import AttuneInstrument
import Testing

@Suite struct AnswerChangesTests {
  private func instrument(_ format: ResponseFormat, scale: String? = nil) -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: [
          Item(name: "q", wordings: [.init(InsertText("Do you?"))], format: format, scale: scale)
        ])
    ]
    return instrument
  }

  private func changes(_ old: ResponseFormat, _ new: ResponseFormat) -> [String] {
    InstrumentComparison(from: instrument(old), to: instrument(new)).changes
      .map { "\($0.effect): \($0.sentence)" }
  }

  private func points(_ labels: KeyValuePairs<Int, String>) -> ResponseFormat {
    .chooseOne(labels.map { Choice(code: $0.key, label: $0.value) })
  }

  private func named(_ names: String...) -> ResponseFormat {
    .chooseOne(
      names.enumerated().map { index, name in
        Choice(code: index + 1, name: name, label: "The \(name) team")
      })
  }

  /// As in the survey of cmu-delphi/delphi-epidata, pull request 830.
  @Test func findsACodeThatMeansSomethingElse() {
    #expect(
      changes(
        points([1: "Disagree", 2: "Unsure", 3: "Agree"]),
        points([1: "Disagree", 2: "Agree", 3: "Unsure"]))
        == [
          "cannotBePooled: code 2 in \"q\" now means \"Agree\"; it meant \"Unsure\"",
          "cannotBePooled: code 3 in \"q\" now means \"Unsure\"; it meant \"Agree\"",
        ])
    #expect(
      changes(points([1: "No", 2: "Sometimes"]), points([1: "No", 2: "Often"]))
        == ["cannotBePooled: code 2 in \"q\" now means \"Often\"; it meant \"Sometimes\""])
  }

  /// A label that only gained a word is a wording, unless it is another code's.
  @Test func findsALabelThatMoved() {
    #expect(
      changes(
        points([1: "Agree", 2: "Strongly agree"]), points([1: "Strongly agree", 2: "Agree"]))
        == [
          "cannotBePooled: code 1 in \"q\" now means \"Strongly agree\"; it meant \"Agree\"",
          "cannotBePooled: code 2 in \"q\" now means \"Agree\"; it meant \"Strongly agree\"",
        ])
    #expect(
      changes(points([1: "No", 2: "Agree"]), points([1: "No", 2: "Strongly agree"]))
        == ["mayNotBeComparable: wording of code 2 in \"q\" changed"])
  }

  @Test func findsAWordingThatMayMeanTheSame() {
    #expect(
      changes(points([1: "No", 2: "Neither"]), points([1: "No", 2: "Neither yes nor no"]))
        == [
          "cannotBePooled: code 2 in \"q\" now means \"Neither yes nor no\"; it meant \"Neither\""
        ])
    #expect(
      changes(points([1: "No", 2: "A lot"]), points([1: "No", 2: "A lot of it"]))
        == ["mayNotBeComparable: wording of code 2 in \"q\" changed"])
    #expect(
      changes(points([1: "No", 2: "Sometimes"]), points([1: "No.", 2: "sometime"]))
        == [
          "mayNotBeComparable: code 1 in \"q\" changed in capitals, marks or spelling",
          "mayNotBeComparable: code 2 in \"q\" changed in capitals, marks or spelling",
        ])
  }

  @Test func findsAnotherRange() {
    #expect(
      changes(points([1: "No", 2: "Yes"]), points([0: "Never", 1: "No", 2: "Yes"]))
        == ["cannotBePooled: range of \"q\" was 1 to 2; it is 0 to 2"])
    #expect(
      changes(points([1: "No", 3: "Yes"]), points([1: "No", 2: "Perhaps", 3: "Yes"]))
        == ["cannotBePooled: code 2 in \"q\" is new; it means \"Perhaps\""])
    #expect(
      changes(points([1: "No", 2: "Yes"]), points([2: "Yes", 1: "No"]))
        == ["mayNotBeComparable: answers of \"q\" stand in another order"])
  }

  /// Named choices are numbered as written, so that one in the middle moves all that follow.
  @Test func findsThatANewChoiceMovesTheCodesOfTheOthers() {
    #expect(
      changes(named("north", "south"), named("north", "east", "south"))
        == [
          "cannotBePooled: code 2 in \"q\" now means \"The east team\"; it meant \"The south team\"",
          "mayNotBeComparable: code 3 in \"q\" is new; it means \"The south team\"",
        ])
    #expect(
      changes(named("north", "south"), named("north", "south", "east"))
        == ["mayNotBeComparable: code 3 in \"q\" is new; it means \"The east team\""])
  }

  @Test func findsAnotherKind() {
    #expect(
      changes(points([1: "No", 2: "Yes"]), .text(severalLines: false))
        == ["cannotBePooled: \"q\" is answered in another way: it was choose one; it is text"])
    #expect(
      changes(
        .number(NumberFormat(lowest: 0, highest: 10)),
        .number(NumberFormat(lowest: 0, highest: 10, isSlider: true)))
        == ["cannotBePooled: \"q\" is answered in another way: it was a number; it is a slider"])
    #expect(
      changes(
        .number(NumberFormat(lowest: 0, highest: 10, unit: "days")),
        .number(NumberFormat(lowest: 0, highest: 20, unit: "weeks")))
        == ["cannotBePooled: unit of \"q\" changed", "mayNotBeComparable: range of \"q\" changed"])
    #expect(changes(.date(.day), .date(.month)).first?.hasPrefix("mayNotBeComparable") == true)
  }

  @Test func seesNothingInAnotherNameForTheSameScale() {
    let format = points([1: "No", 2: "Yes"])
    let comparison = InstrumentComparison(
      from: instrument(format, scale: "a"), to: instrument(format, scale: "b"))
    #expect(comparison.changes.map(\.effect) == [.nothing])
    #expect(!comparison.matters)
  }
}
